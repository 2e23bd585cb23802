"""Tables of ``site.toml`` below the profile: frozen, and every unknown key is told."""

from pydantic import BaseModel, ConfigDict

from plugins.model.answer import Scope
from plugins.model.profilevalues import (
    Authority,
    Code,
    Colour,
    Contact,
    DateText,
    Days,
    Domain,
    Email,
    Flag,
    LevelWord,
    Megabytes,
    PeriodName,
    Phone,
    ProcedureCode,
    Reachable,
    SearchUrl,
    Target,
    Url,
    Words,
)


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Unit(Table):
    """Who publishes."""

    name: Words
    level: LevelWord
    parent: Words
    code: Code
    address: Words
    phone: Phone
    hotline: Phone
    email: Email
    working_hours: Words
    fax: Phone | None = None
    reception_hours: Words | None = None


class SiteTable(Table):
    """Where the site stands and what it is called."""

    domain: Domain
    title: Words
    description: Words
    tag_authority: Authority
    logo: Target | None = None
    share_image: Target | None = None
    show_internal_procedures: Flag = False
    visits: Flag = False
    offline: Flag = False


class Editorial(Table):
    """Who answers for the content, and how it may be used again."""

    managing_agency: Words
    head: Words
    head_title: Words
    reuse_notice: Words
    standing_agency: Words | None = None


class Licence(Table):
    """Licence of the site, where there is one: a state body's portal needs none (NĐ 147/2024/NĐ-CP, Điều 24)."""

    number: Words
    issuer: Words
    date: DateText


class Colours(Table):
    primary: Colour = "#0b5394"
    accent: Colour = "#b3261e"


class Badge(Table):
    """Trust badge (Tín nhiệm mạng)."""

    image: Target
    link: Url


class Social(Table):
    zalo: Url | None = None
    facebook: Url | None = None
    youtube: Url | None = None


class Portals(Table):
    national_portal: Url = "https://dichvucong.gov.vn"
    feedback: Url = "https://pakn.dichvucong.gov.vn"
    feedback_form: Url | None = None
    portal_search: SearchUrl | None = None


class Answers(Table):
    """Within how many working days citizens are answered, and the rule that says so. 5, 7 and 10 are those of
    QĐ 80/2025/QĐ-UBND Bắc Ninh, Điều 9 khoản 2; without a rule of its own province no unit is judged by them."""

    basis: Words
    days: Days = 5
    days_joint: Days = 7
    days_longest: Days = 10

    def limit(self, scope: Scope) -> int:
        """Working days from the question to the answer."""
        return {Scope.OWN: self.days, Scope.JOINT: self.days_joint, Scope.LONGEST: self.days_longest}[scope]


class Print(Table):
    """A4 sheets: whether they are published with the site."""

    published: Flag = False


class Reports(Table):
    """Periods whose report is a public page; reports are private without it."""

    public: tuple[PeriodName, ...] = ()


class Server(Table):
    """What the web server is given besides the site's own files."""

    precompressed: Flag = False
    brotli: Flag = False
    netlify: Flag = False


class Security(Table):
    """Whom to tell of a security hole (RFC 9116), and until when that holds."""

    contact: Reachable
    expires: DateText


class Home(Table):
    """What the home page puts first: procedures by code, in the order that they are shown."""

    procedures: tuple[ProcedureCode, ...] = ()


class Check(Table):
    """What the checker takes as this unit's own: telephones and mail boxes that may be shown anywhere, how heavy a file may be;
    and whether nothing is published that nobody has approved."""

    contacts: tuple[Contact, ...] = ()
    attachment_mb: Megabytes = 10
    approval: Flag = False


class MenuEntry(Table):
    label: Words
    link: Target
