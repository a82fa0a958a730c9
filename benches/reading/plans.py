"""Invented plans with known truth: headings, paragraphs as sentences, lists, tables, notes, boxes, pull quotes."""

import random
from dataclasses import dataclass, field

PEOPLE = "Priya Ashdown,Tom Arkwright,Anne-Marie O’Neill,Dr Ravi Chandra,Helen Frost,Joseph Okafor,Mei Lin Carter,Sîan Pugh"
ROLES = (
    "Executive lead for babies, children and young people;Director of Children’s Services;SEND lead;Chief Executive;"
    "Chief Nursing Officer;Designated Clinical Officer;Head of Early Help and Family Hubs;Cabinet Member for Families"
)
BODIES = "Vexley Council,Harnwood Community Trust,Vexley and Harnwood ICB,Marlow Vale Hospitals,Northmere Borough Council"
WHO = (
    "Health visitors,School nurses,Family hubs,Our five hospitals,The local authority,Speech and language therapists,"
    "Primary-care networks,Voluntary groups,Young carers,Parents and carers,The children’s board,Midwives,Youth workers"
)
DOES = (
    "will offer,will strengthen,have redesigned,are to publish,will co-produce,should simplify,will widen,expect to fund,"
    "will continue to improve,have agreed to staff,will first evaluate,aim to double"
)
WHAT = (
    "a five-day review,early help,the specialist clinic,follow-up appointments,mental-health support,the drop-in café,"
    "respite care,well-being checks,the sleep clinic,efficient referral routes,out-of-hours advice,trauma-informed training,"
    "a shared record,difficult conversations,the 0–19 service,infant feeding groups,immunisation and vaccination"
)
WHOM = (
    "for every family,for babies under one,for care-experienced young people,in the most deprived fifth of areas,"
    "for children waiting longest,with schools and colleges,across both counties,for young people aged 16–25,"
    "in each neighbourhood,for families in temporary accommodation"
)
WHEN = (
    "by March 2026,over the next five years,within eighteen weeks,at a cost of £1.2 million,from autumn 2024 onwards,"
    "as the national framework requires,where the evidence is strongest,after consultation with residents,"
    "so that nobody falls through the gaps,which 78% of respondents supported,(see the delivery plan)"
)
TITLES = (
    "Our ambition,Where we are now,What families told us,Starting well,Growing up healthy,Mental health and emotional well-being,"
    "Special educational needs and disability,Preparing for adulthood,Safeguarding,Workforce,Digital and data,Finance,"
    "How we will measure progress,Reducing inequalities,Oral health,Urgent and emergency care,Palliative care,Partnership,"
    "Infant feeding and nutrition,Long-term conditions,Asthma and allergy,Housing and health,Neurodiversity,Governance"
)


@dataclass
class Plan:
    """A plan's content in reading order; each block is a dictionary with a `kind`."""

    title: str
    running: str
    columns: int
    numbered: bool
    blocks: list[dict] = field(default_factory=list)

    def parts(self) -> list[list[dict]]:
        """Cut where a heading of level 1 or a wide table stands over all columns."""
        parts: list[list[dict]] = []
        for block in self.blocks:
            if spans(block) or not parts or spans(parts[-1][0]):
                parts.append([])
            parts[-1].append(block)
        return parts


def spans(block: dict) -> bool:
    """Whether a block stands over all columns."""
    return block.get("level") == 1 or block.get("narrow") is False


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


class Writer:
    """Makes up a plan from a seed; no sentence, title or cell occurs twice."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.used: set[str] = set()
        self.titles = TITLES.split(",")
        self.random.shuffle(self.titles)

    def pick(self, choices: str) -> str:
        return self.random.choice(choices.split(","))

    def fresh(self, make) -> str:
        while (text := make()) in self.used:
            pass
        self.used.add(text)
        return text

    def sentence(self) -> str:
        def make() -> str:
            text = f"{self.pick(WHO)} {self.pick(DOES)} {self.pick(WHAT)}"
            if self.random.random() < 0.45:
                text += f" and {self.pick(WHAT)}"
            text += f" {self.pick(WHOM)}"
            if self.random.random() < 0.7:
                text += f" {self.pick(WHEN)}"
            return text + "."

        return self.fresh(make)

    def sentences(self, least: int, most: int) -> list[str]:
        return [self.sentence() for _ in range(self.random.randint(least, most))]

    def entry(self) -> str:
        return self.fresh(lambda: capital(f"{self.pick(WHAT)} {self.pick(WHOM)} {self.pick(WHEN)}"))

    def list_block(self) -> dict:
        leads = "We will work together to:,Families asked us for:,Our priorities in this area are:,By 2029 there will be:"
        items = [self.entry() for _ in range(self.random.randint(3, 5))]
        return {"kind": "list", "lead": self.pick(leads), "items": items, "ordered": self.random.random() < 0.25}

    def leads_table(self, width: int) -> dict:
        people, roles = PEOPLE.split(","), ROLES.split(";")
        self.random.shuffle(people)
        self.random.shuffle(roles)
        head = ["Role", "Name", "Organisation"][:width]
        rows = [[role, name, self.pick(BODIES)][:width] for role, name in zip(roles[:5], people)]
        return {"kind": "table", "header": head, "rows": rows}

    def actions_table(self) -> dict:
        rows = []
        for _ in range(5):
            action = self.fresh(lambda: capital(f"{self.pick(DOES)} {self.pick(WHAT)} {self.pick(WHOM)}"))
            rows.append([action, f"{self.random.randint(10, 95)}% of families", f"March {self.random.randint(2025, 2029)}"])
        return {"kind": "table", "header": ["Action", "Measure", "By when"], "rows": rows}


def make_plan(seed: int, columns: int, numbered: bool) -> Plan:
    """A plan of four parts. A part begins with a heading of level 1 and ends with a table that is not narrow."""
    writer = Writer(seed)
    plan = Plan(
        title=f"Vexley and Harnwood Joint Forward Plan {2023 + seed % 3}",
        running=f"Vexley and Harnwood plan for health and care {2023 + seed % 3}–{2028 + seed % 3}",
        columns=columns,
        numbered=numbered,
    )
    add = plan.blocks.append
    for part in range(1, 5):
        number = f"{part} " if numbered else ""
        add({"kind": "heading", "level": 1, "text": number + writer.titles.pop()})
        add({"kind": "paragraph", "sentences": writer.sentences(3, 5)})
        for section in range(1, 4):
            number = f"{part}.{section} " if numbered else ""
            add({"kind": "heading", "level": 2, "text": number + writer.titles.pop()})
            for _ in range(writer.random.randint(1, 2)):
                add({"kind": "paragraph", "sentences": writer.sentences(3, 6)})
            if section == 1:
                number = writer.random.randint(1_000, 9_999)
                add({"kind": "note", "text": f"Survey of {number} residents, summer 2022, table {part}."})
            if section == 2:
                add(writer.list_block())
                add({"kind": "paragraph", "sentences": writer.sentences(3, 5)})
            if (part + section) % 3 == 0:
                add({"kind": "box", "title": f"Case study {part}", "sentences": writer.sentences(2, 4)})
            if (part + section) % 4 == 0:
                add({"kind": "quote", "text": f"“{writer.sentence()}”"})
            if section == 3 and part % 2 == 0:
                add({**writer.leads_table(2), "narrow": True})
                add({"kind": "paragraph", "sentences": writer.sentences(2, 4)})
        add({**(writer.leads_table(3) if part % 2 else writer.actions_table()), "narrow": False})
    return plan
