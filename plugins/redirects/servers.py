"""The redirects as rules of web servers: a lasting answer (301, 410) instead of a page that leads on.

They are no part of the site: a server that does not allow rules would answer every page with an error.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from plugins.model.site import Redirect

_HEAD = "Do chương trình ghi lại sau mỗi lần đăng; đừng sửa tay."


def server_files(redirects: Iterable[Redirect], base_path: str) -> dict[str, str]:
    """File name → text; empty without redirects. ``base_path`` begins and ends with a slash."""
    leads = {redirect.old: redirect.new for redirect in redirects}
    if not leads:
        return {}
    rules = {base_path + quote(old): base_path + quote(new) if new else "" for old, new in ((old, _end(leads, old)) for old in sorted(leads))}
    return {"nginx.conf": _nginx(rules), "htaccess.txt": _apache(rules), "web.config": _iis(rules)}


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


def _apache(rules: Mapping[str, str]) -> str:
    lines = (f'RedirectMatch {f"301 ^{re.escape(old)}$ {new}" if new else f"410 ^{re.escape(old)}$"}' for old, new in rules.items())
    return "\n".join([f"# {_HEAD}", "# Chép vào .htaccess của trang, hoặc dùng Include trong cấu hình Apache (mod_alias).", *lines, ""])


def _iis(rules: Mapping[str, str]) -> str:
    """Module URL Rewrite. Keys of the map are paths on the host."""
    moved = "".join(f"          <add key={quoteattr(old)} value={quoteattr(new)} />\n" for old, new in rules.items() if new)
    gone = "".join(f"          <add key={quoteattr(old)} value=\"1\" />\n" for old, new in rules.items() if not new)
    return _IIS.format(head=_HEAD, moved=moved, gone=gone)


_IIS = """<?xml version="1.0" encoding="utf-8"?>
<!-- {head} Cần mô-đun URL Rewrite. -->
<configuration>
  <system.webServer>
    <rewrite>
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
  </system.webServer>
</configuration>
"""
