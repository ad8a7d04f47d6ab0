"""The capitals that may stand for their governments, by the ids of the gazetteer, and where they do.

governments_named(text) -> [(start, end, country)]    "Riyadh said", 莫斯科的态度; no "in Riyadh", 莫斯科会谈
"""

from __future__ import annotations

import re

from index.naming.names import find_places

CAPITALS = {
    "moscow": "russia", "tokyo": "japan", "seoul": "south-korea", "pyongyang": "north-korea", "kyiv": "ukraine",
    "london": "united-kingdom", "paris": "france", "berlin": "germany", "rome": "italy", "madrid": "spain",
    "brussels": "european-union", "vienna": "austria", "bern": "switzerland", "stockholm": "sweden", "oslo": "norway",
    "copenhagen": "denmark", "helsinki": "finland", "warsaw": "poland", "prague": "czechia", "budapest": "hungary",
    "belgrade": "serbia", "athens": "greece", "lisbon": "portugal", "dublin": "ireland", "the-hague": "netherlands",
    "ottawa": "canada", "mexico-city": "mexico", "havana": "cuba", "caracas": "venezuela", "bogota": "colombia",
    "brasilia": "brazil", "buenos-aires": "argentina", "santiago": "chile", "canberra": "australia",
    "wellington": "new-zealand", "new-delhi": "india", "islamabad": "pakistan", "dhaka": "bangladesh",
    "colombo": "sri-lanka", "kathmandu": "nepal", "kabul": "afghanistan", "tehran": "iran", "baghdad": "iraq",
    "riyadh": "saudi-arabia", "doha": "qatar", "abu-dhabi": "united-arab-emirates", "ankara": "turkey",
    "jerusalem": "israel", "damascus": "syria", "beirut": "lebanon", "cairo": "egypt", "hanoi": "vietnam",
    "vientiane": "laos", "phnom-penh": "cambodia", "bangkok": "thailand", "kuala-lumpur": "malaysia",
    "jakarta": "indonesia", "manila": "philippines", "naypyidaw": "myanmar", "ulaanbaatar": "mongolia",
    "astana": "kazakhstan", "tashkent": "uzbekistan", "minsk": "belarus", "pretoria": "south-africa",
    "nairobi": "kenya", "addis-ababa": "ethiopia", "abuja": "nigeria", "luanda": "angola",
    "sofia": "bulgaria", "bucharest": "romania", "zagreb": "croatia", "ljubljana": "slovenia", "bratislava": "slovakia",
    "sarajevo": "bosnia", "tirana": "albania", "skopje": "north-macedonia", "pristina": "kosovo", "vilnius": "lithuania",
    "riga": "latvia", "tallinn": "estonia", "reykjavik": "iceland", "nicosia": "cyprus", "valletta": "malta",
    "chisinau": "moldova", "tbilisi": "georgia", "yerevan": "armenia", "baku": "azerbaijan", "bishkek": "kyrgyzstan",
    "dushanbe": "tajikistan", "ashgabat": "turkmenistan", "amman": "jordan", "sanaa": "yemen", "muscat": "oman",
    "kuwait-city": "kuwait", "manama": "bahrain", "tunis": "tunisia", "algiers": "algeria", "rabat": "morocco",
    "tripoli": "libya", "khartoum": "sudan", "juba": "south-sudan", "mogadishu": "somalia", "kigali": "rwanda",
    "kinshasa": "congo", "accra": "ghana", "dakar": "senegal", "lusaka": "zambia", "harare": "zimbabwe",
    "suva": "fiji", "honiara": "solomon-islands", "port-moresby": "papua-new-guinea", "apia": "samoa",
    "port-vila": "vanuatu", "lima": "peru", "quito": "ecuador", "montevideo": "uruguay", "asuncion": "paraguay",
    "la-paz": "bolivia", "taipei": "taiwan",
}  # fmt: skip
OWN_CAPITALS = frozenset({"beijing", "washington"})  # of the two sides: where much is said, seldom what it is about
# Where somebody was or met in a capital, it is the city.
_THERE = re.compile(
    r"(?i)\b(?:in|at|to|from|near|for|visit\w*|after|before|since|leav\w+|left)\s+$|[在到抵赴去于从离訪访]$"
)
_OWN = re.compile(r"['’]s?\s")
_MET_THERE = re.compile(
    r"(?i)\s+(?:meetings?|talks|summit|consultations|round|conference|declaration|protocol|agreement|accords?|visit)\b"
    r"|[会會][议議晤谈談面见見后後期]|峰[会會]|磋商|共[识識]|那[次场場]|期[间間]|之行|通[话話]|[谈談]判|宣言"
)


def governments_named(text: str) -> list[tuple[int, int, str]]:
    """Return the capitals in `text` that may stand for their governments, each with its country."""
    found = [m for m in find_places(text) if m.id in CAPITALS]
    return [(m.start, m.end, CAPITALS[m.id]) for m in found if not _is_place(text, m.start, m.end)]


def _is_place(text: str, start: int, end: int) -> bool:
    there = _THERE.search(text[:start]) and not _OWN.match(text, end)
    return bool(there or _MET_THERE.match(text, end))
