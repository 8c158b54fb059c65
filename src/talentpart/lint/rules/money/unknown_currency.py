"""A currency is no code of ISO 4217.

What: An amount begins with three letters that are the code of no currency, such as `ERU 3000000`.

Why: Amounts are added up currency by currency, so this one is left out of every total in euro, and nobody sees it.

How to mend: Write the code of the currency that the source prints: EUR for euro, GBP for pounds, XEU for the ECU.

Fine when: The currency is newer than this list, or long gone.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.queries.paths import lines_of
from talentpart.values import Amount, Day

SEVERITY = Severity.WARNING
_MONEY = "source: report\nmoney:\n  - {payer: fund, amount: %s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _MONEY % "ERU 3000000"},
        at=("projects/pilot.yaml", 3, 27),
        message="'ERU' is no currency of ISO 4217; did you mean 'EUR'?",
    ),
    Bad(
        {"projects/pilot.yaml": _MONEY % "QQQ 3000000"},
        at=("projects/pilot.yaml", 3, 27),
        message="'QQQ' is no currency of ISO 4217",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _MONEY % "EUR 3000000"}),
    Good({"projects/pilot.yaml": _MONEY % "XEU 3000000"}),
)
_LISTED = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
    "GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP "
    "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN "
    "PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS "
    "TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD "
    "XCG XDR XEU XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL"
)
_CODES = frozenset(_LISTED.split())


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look up the currency of each amount; the nearest right one is the euro or another of the dataset."""
    found = [
        (entry.record, line, amount)
        for entry in dataset.entries.values()
        for _, line in lines_of(entry.record)
        if isinstance(amount := getattr(line, "amount", None), Amount)
    ]
    used = {"EUR", *(amount.currency for _, _, amount in found)} & _CODES
    for record, line, amount in found:
        if amount.currency not in _CODES:
            near = get_close_matches(amount.currency, sorted(used), n=1)
            meant = f"; did you mean '{near[0]}'?" if near else ""
            yield Fault(f"'{amount.currency}' is no currency of ISO 4217{meant}", record, line, ("amount",))
