"""Words of the pages of exemplars that depend on a record; all others are the theme's."""

from plugins.model.vocab import ExemplarKind

TITLE = "Danh sách gương điển hình, sáng kiến"
DESCRIPTION = "Cá nhân, tập thể và sáng kiến được nêu gương trong cải cách hành chính, kèm khen thưởng, công nhận."
YEAR = "Gương điển hình, sáng kiến năm {year}"
YEAR_DESCRIPTION = "Cá nhân, tập thể, sáng kiến được nêu gương trong năm {year}."
ONE_YEAR = "Năm {year}"
GROUPS = {ExemplarKind.PERSON: "Cá nhân", ExemplarKind.TEAM: "Tập thể", ExemplarKind.INITIATIVE: "Sáng kiến", None: "Gương khác"}
