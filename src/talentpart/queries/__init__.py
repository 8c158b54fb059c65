"""Questions that two or more rooms ask of a dataset; all pure, none prints."""
