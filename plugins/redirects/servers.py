"""What a web server is told about the site: security headers, and redirects as lasting answers (301, 410) instead of a
page that leads on.

They are no part of the site: a server that does not allow rules would answer every page with an error.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from plugins.model.site import Redirect

_HEAD = "Do chương trình ghi lại sau mỗi lần đăng; đừng sửa tay."

# What a page of the site may load: files of its own host of the kinds that it has, and nothing else.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
# ``theme/templates/partials/head.html`` holds the policy as well, for hosts that send no header; who may frame a page
# can only be said by one.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def server_files(redirects: Iterable[Redirect], base_path: str) -> dict[str, str]:
    """File name → text. ``base_path`` begins and ends with a slash."""
    rules = _rules(redirects, base_path)
    return {"nginx.conf": _nginx(rules), "nginx-headers.conf": _nginx_headers(), "htaccess.txt": _apache(rules, base_path), "web.config": _iis(rules)}


def netlify_files(redirects: Iterable[Redirect]) -> dict[str, str]:
    """The two files that Netlify and Cloudflare Pages look for in the site itself; its folder is the root of the host.

    Neither host can answer 410: what is gone for good has no line, and gets the site's own 404.
    """
    headers = "\n".join(f"  {name}: {value}" for name, value in HEADERS.items())
    moved = (f"{old} {new} 301" for old, new in _rules(redirects, "/").items() if new)
    return {"_headers": f"# {_HEAD}\n/*\n{headers}\n", "_redirects": "\n".join([f"# {_HEAD}", *moved, ""])}


def _rules(redirects: Iterable[Redirect], base_path: str) -> dict[str, str]:
    """Path on the host → where it leads at last, "" when it is gone."""
    leads = {redirect.old: redirect.new for redirect in redirects}
    return {base_path + quote(old): base_path + quote(new) if new else "" for old, new in ((old, _end(leads, old)) for old in sorted(leads))}


def _end(leads: Mapping[str, str], old: str) -> str:
    """Where a chain of moves ends, so that a reader is sent once; "" when it is gone or turns in a ring."""
    seen = {old}
    at = leads[old]
    while at in leads:
        if at in seen:
            return ""
        seen.add(at)
        at = leads[at]
    return at


def _nginx(rules: Mapping[str, str]) -> str:
    lines = (f"location = {old} {{ return {f'301 {new}' if new else '410'}; }}" for old, new in rules.items())
    return "\n".join([f"# {_HEAD}", "# Trong khối server: include /đường/dẫn/tới/tệp/này;", *lines, ""])


def _nginx_headers() -> str:
    """nginx forgets them in every location that adds a header of its own."""
    lines = (f'add_header {name} "{value}" always;' for name, value in HEADERS.items())
    return "\n".join([f"# {_HEAD}", "# Trong khối server, và trong mỗi location có add_header riêng: include /đường/dẫn/tới/tệp/này;", "server_tokens off;", *lines, ""])


def _apache(rules: Mapping[str, str], base_path: str) -> str:
    """Each part asks for its module: without it the part is missing, and the site still stands."""
    headers = "\n".join(f'    Header always set {name} "{value}"' for name, value in HEADERS.items())
    lines = (f'RedirectMatch {f"301 ^{re.escape(old)}$ {new}" if new else f"410 ^{re.escape(old)}$"}' for old, new in rules.items())
    return "\n".join([_APACHE.format(head=_HEAD, base=base_path, headers=headers), *lines, ""])


_APACHE = """# {head}
# Chép thành tệp .htaccess, xem docs/dang-len-may-chu.md; hoặc dùng Include trong khối Directory của cấu hình Apache.
ErrorDocument 404 {base}404.html
AddDefaultCharset utf-8
ServerSignature Off
<IfModule mod_mime.c>
    AddCharset utf-8 .html .css .js .xml .json .jsonld .csv .txt .ttl .svg
</IfModule>
<FilesMatch "\\.(?:rss|atom)\\.xml$">
    ForceType "text/xml; charset=utf-8"
</FilesMatch>
<If "%{{REQUEST_URI}} =~ m#/feeds/[^/]+[.]json$#">
    ForceType "application/feed+json; charset=utf-8"
</If>
<IfModule mod_headers.c>
{headers}
    <FilesMatch "^site[.][0-9a-f]+[.](?:css|js)$">
        Header set Cache-Control "max-age=31536000"
    </FilesMatch>
</IfModule>
<IfModule mod_deflate.c>
    <IfModule mod_filter.c>
        AddOutputFilterByType DEFLATE text/html text/xml text/plain text/css text/csv application/xml application/json application/feed+json application/javascript text/javascript image/svg+xml
    </IfModule>
</IfModule>"""


def _iis(rules: Mapping[str, str]) -> str:
    """Redirects need the module URL Rewrite. Keys of the map are paths on the host."""
    headers = "".join(f"        <remove name={quoteattr(name)} />\n        <add name={quoteattr(name)} value={quoteattr(value)} />\n" for name, value in HEADERS.items())
    moved = "".join(f"          <add key={quoteattr(old)} value={quoteattr(new)} />\n" for old, new in rules.items() if new)
    gone = "".join(f"          <add key={quoteattr(old)} value=\"1\" />\n" for old, new in rules.items() if not new)
    rewrite = _REWRITE.format(moved=moved, gone=gone) if rules else ""
    return _IIS.format(head=_HEAD, headers=headers, rewrite=rewrite)


_IIS = """<?xml version="1.0" encoding="utf-8"?>
<!-- {head} Các quy tắc chuyển hướng, nếu có, cần mô-đun URL Rewrite. -->
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}      </customHeaders>
    </httpProtocol>
{rewrite}  </system.webServer>
</configuration>
"""

_REWRITE = """    <rewrite>
      <rewriteMaps>
        <rewriteMap name="DaChuyen">
{moved}        </rewriteMap>
        <rewriteMap name="DaGo">
{gone}        </rewriteMap>
      </rewriteMaps>
      <rules>
        <rule name="Trang đã chuyển" stopProcessing="true">
          <match url=".*" />
          <conditions>
            <add input="{{DaChuyen:{{PATH_INFO}}}}" pattern="(.+)" />
          </conditions>
          <action type="Redirect" url="{{C:1}}" appendQueryString="false" redirectType="Permanent" />
        </rule>
        <rule name="Trang đã gỡ" stopProcessing="true">
          <match url=".*" />
          <conditions>
            <add input="{{DaGo:{{PATH_INFO}}}}" pattern="(.+)" />
          </conditions>
          <action type="CustomResponse" statusCode="410" statusReason="Gone" statusDescription="Trang đã gỡ" />
        </rule>
      </rules>
    </rewrite>
"""
