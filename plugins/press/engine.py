"""Jinja as the theme needs it, with what it does for every value and every component of ten thousand pages done in a shorter way.

The templates and what comes out are the same; tests/press/test_engine.py compares.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


def escaped(value: Any) -> str:
    """The text that ``markupsafe.escape`` gives; where it is only joined to others, nobody asks whether it is marked as safe."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is not str:
        return escape(value)
    text: str = value
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&#34;")
    return text.replace("'", "&#39;") if "'" in text else text


class _Macro(Macro):
    """A component. Called with just its arguments in their order, as nearly always, it has nothing to sort out."""

    def __init__(
        self,
        environment: Environment,
        func: Callable[..., str],
        name: str,
        arguments: list[str],
        catch_kwargs: bool,
        catch_varargs: bool,
        caller: bool,
        default_autoescape: bool | None = None,
    ) -> None:
        super().__init__(environment, func, name, arguments, catch_kwargs, catch_varargs, caller, default_autoescape)
        simple = default_autoescape and not (catch_kwargs or catch_varargs or caller)
        self._count = len(arguments) if simple else -1
        self._made = func

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if len(args) == self._count and not kwargs:
            return str.__new__(Markup, self._made(*args))
        return super().__call__(*args, **kwargs)


class _Context(Context):
    """What a template sees. A component never asks for it, so it is not looked at for that."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        if type(__obj) is not _Macro:
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class _Component(Template):
    """A template whose macros see their arguments alone: they are made once, not once for each page that imports them."""

    @classmethod
    def from_code(
        cls, environment: Environment, code: CodeType, globals: MutableMapping[str, Any], uptodate: Callable[[], bool] | None = None
    ) -> "Template":
        made = super().from_code(environment, code, globals, uptodate)
        # The names that the compiled template has imported from Jinja.
        made.root_render_func.__globals__.update(escape=escaped, Macro=_Macro)
        return made

    def _get_default_module(self, _ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class Engine(Environment):
    """Templates that do not change while a site is built are looked up once by name."""

    template_class = _Component
    context_class = _Context

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[str, Template] = {}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:
        if name not in self._known:
            self._known[name] = super().get_template(name, parent, globals)
        return self._known[name]


def remembered(template: Template, key: Callable[[Mapping[str, Any]], object]) -> None:
    """Let an included template be rendered once for each key of what it is given; ``key`` must tell all that it shows."""
    plain, context_of = template.root_render_func, template.new_context
    known: dict[object, str] = {}

    def render(given: Any) -> Iterator[str]:
        place = key(given[0])
        if place not in known:
            known[place] = "".join(plain(context_of(*given)))
        yield known[place]

    def given(*names: Any) -> Any:
        return names

    template.root_render_func, template.new_context = render, given  # type: ignore[assignment,method-assign]
