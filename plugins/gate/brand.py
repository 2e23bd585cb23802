"""What the frame of every page takes from the profile: its pictures, and the menu."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.gate.bind import Binding
from plugins.gate.targets import Place, Targets
from plugins.model.addresses import Addresses
from plugins.model.colours import LIGHT_GROUND, contrast, palette
from plugins.model.problems import Problem, problem
from plugins.model.profile import PROFILE, Profile
from plugins.model.prose import Picture
from plugins.model.site import Brand
from plugins.reading.assets import AssetInfo

MAIN_MENU = ("Trang chủ", "Thủ tục", "Văn bản", "Chuyên mục", "Xem theo ngày")


def bind_brand(profile: Profile, infos: dict[str, AssetInfo], binding: Binding) -> Brand:
    """The profile's pictures; what is wrong with its colours and its choice of procedures is told as well."""
    targets = Targets({}, infos)
    binding.problems += [*_pale(profile), *_not_in_force(profile, binding)]

    def picture(key: str, typed: str | None) -> Picture | None:
        if not typed:
            return None
        found, asset, trouble = targets.picture(typed, PROFILE, 0)
        if trouble is not None:
            binding.problems.append(problem("profile-value", PROFILE, key=key, value=typed, remedy="tệp ảnh trong thư mục nội dung, ví dụ hinh-anh/logo.svg"))
        elif asset:
            binding.assets.add(asset)
        return replace(found, widths=()) if found else None  # shown in one size

    badge = profile.trust_badge
    return Brand(
        picture("site.logo", profile.site.logo),
        picture("site.share_image", profile.site.share_image),
        picture("trust_badge.image", badge.image if badge else None),
    )


def _pale(profile: Profile) -> Iterator[Problem]:
    """Colours in which text could not be read on a light ground. Almost every colour changes on a dark one: that is no fault."""
    for key, colour in (("primary", profile.colours.primary), ("accent", profile.colours.accent)):
        shown = palette(colour, colour)
        if shown.primary != colour.lower():
            ratio = f"{contrast(colour, LIGHT_GROUND):.1f}".replace(".", ",")
            yield problem("profile-colour", PROFILE, key=f"colours.{key}", value=colour, ratio=ratio, light=shown.primary, dark=shown.dark_primary)


def _not_in_force(profile: Profile, binding: Binding) -> Iterator[Problem]:
    """Procedures of the home page that the site does not have, or no longer. A site without any has not come to them yet."""
    there = {procedure.code for procedure in binding.procedures if procedure.in_force}
    for code in profile.home.procedures:
        if there and code not in there:
            yield problem("home-procedure", PROFILE, value=code)


def bind_menu(
    profile: Profile, places: Mapping[str, Place], addresses: Addresses, binding: Binding
) -> tuple[tuple[str, str], ...]:
    """The main sections, then the profile's entries: a content item, a page of the site, or a full address."""
    procedures = addresses.procedures() if binding.procedures else ""
    documents = addresses.documents() if binding.documents or binding.citing else ""
    main = zip(MAIN_MENU, (addresses.home(), procedures, documents, addresses.categories(), addresses.archive()), strict=True)
    entries = [(label, path) for label, path in main if path]
    for number, entry in enumerate(profile.menu, 1):
        place = places.get(entry.link.lstrip("/"))
        if "://" in entry.link:
            entries.append((entry.label, entry.link))
        elif place is not None and place.standing is not None:
            entries.append((entry.label, place.path))
        elif entry.link.endswith(".html"):
            entries.append((entry.label, entry.link.lstrip("/")))
            binding.planned.append((PROFILE, entry.link.lstrip("/"), entry.link, 0))
        else:
            remedy = "đường dẫn tới bài trong thư mục nội dung, ví dụ trang/gioi-thieu.md, hoặc địa chỉ https://…"
            binding.problems.append(problem("profile-value", PROFILE, key=f"menu.{number}.link", value=entry.link, remedy=remedy))
    return tuple(entries)
