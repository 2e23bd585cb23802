"""The look of a report that stands alone: light, dark, print. A test holds every pair of colours to its contrast."""

LIGHT = {"nen": "#ffffff", "nhat": "#f1f4f7", "chu": "#17202a", "mo": "#46525f", "vien": "#c3ccd5", "lien-ket": "#0b5394", "cot": "#2f6fb0", "khung": "#8a3b12", "so": "#17202a"}
DARK = {"nen": "#14181d", "nhat": "#1d2329", "chu": "#e8ebee", "mo": "#b3bcc5", "vien": "#414c58", "lien-ket": "#8ec1f2", "cot": "#6aa9e4", "khung": "#f0a679", "so": "#e8ebee"}

_RULES = """
*{box-sizing:border-box}
body{margin:0;background:var(--nen);color:var(--chu);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
main{max-width:76rem;margin:0 auto;padding:1.25rem}
a{color:var(--lien-ket)}
.dau{display:grid;gap:.75rem;text-align:center;line-height:1.45}
.dau p{margin:0}
.dau b{display:block}
.dau .gach::after{content:"";display:block;width:6rem;margin:.25rem auto 0;border-top:1px solid currentcolor}
h1{margin:1.75rem 0 .5rem;font-size:1.35rem;line-height:1.4;text-align:center;text-wrap:balance}
h1 span{display:block;text-transform:uppercase}
h2{margin:2.25rem 0 .5rem;font-size:1.15rem;line-height:1.4}
dl{display:grid;gap:.25rem 1rem;margin:1rem 0}
dt{color:var(--mo)}
dd{margin:0 0 .35rem}
.thieu{padding:.75rem 1rem;border-left:4px solid var(--khung);background:var(--nhat)}
.thieu h2{margin-top:0}
.thieu ul{margin:0;padding-left:1.1rem}
.ghi{color:var(--mo);font-size:.9rem;margin:.4rem 0}
.cuon{overflow-x:auto;border:1px solid var(--vien)}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
th,td{padding:.4rem .5rem;border:1px solid var(--vien);text-align:left;vertical-align:top}
thead th{background:var(--nhat);vertical-align:bottom}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
td.d{white-space:nowrap}
td.w{min-width:13rem}
td.t{min-width:8rem}
td.a,td.m{overflow-wrap:anywhere;min-width:11rem}
td.m{font:.75rem/1.4 ui-monospace,Consolas,monospace}
tbody tr:nth-child(even){background:var(--nhat)}
.bieu-do{display:block;width:100%;max-width:30rem;height:auto;margin:1rem 0}
.bieu-do .chu{fill:var(--chu);font-size:14px}
.bieu-do .so{fill:var(--so);font-size:14px;font-weight:700}
.bieu-do .cot{fill:var(--cot)}
.bieu-do .khung{fill:none;stroke:var(--khung);stroke-width:2}
@media (width>=40em){.dau{grid-template-columns:2fr 3fr}dl{grid-template-columns:14rem 1fr}dd{margin:0}}
@page{size:A4 landscape;margin:15mm}
@media print{main{max-width:none;padding:0 1px}.cuon{overflow:visible;border:0}.bieu-do{max-width:11cm;max-height:17cm}table{font-size:8pt}th,td{padding:2pt 3pt}td.w,td.t{min-width:0}td.a,td.m{min-width:34mm}td.m{font-size:6pt}thead{display:table-header-group}tr,.bieu-do,.thieu li{break-inside:avoid}h2{break-after:avoid}tbody tr:nth-child(even){background:none}.dau{grid-template-columns:2fr 3fr}a{color:inherit;text-decoration:none}}
"""


def _colours(names: dict[str, str]) -> str:
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in names.items()) + "}"


STYLE = (
    f":root{{color-scheme:light dark}}\n{_colours(LIGHT)}\n@media screen and (prefers-color-scheme:dark){{{_colours(DARK)}}}"
    f"\n@media print{{:root{{color-scheme:light}}}}{_RULES}"
)
