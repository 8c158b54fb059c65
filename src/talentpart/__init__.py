"""talentpart: the public record of the EU's Talent Partnerships, as records that can be asked and trusted."""

__version__ = "2026.1.dev0"
