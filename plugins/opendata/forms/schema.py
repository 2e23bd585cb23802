"""The published JSON Schema (draft 2020-12) of ``thu-tuc.json``, with a Vietnamese word for every field."""

from typing import Any

from plugins.model.procedure import ChannelKind, EvidenceKind, OnlineLevel, ProcedureStatus

Json = dict[str, Any]


def _text(said: str = "", **more: Any) -> Json:
    return {"type": "string", **({"description": said} if said else {}), **more}


def _maybe(kind: str, said: str, **more: Any) -> Json:
    return {"type": [kind, "null"], "description": said, **more}


def _list(items: Json, said: str) -> Json:
    return {"type": "array", "description": said, "items": items}


def _object(said: str, **properties: Json) -> Json:
    """All properties are always there, and no others."""
    return {
        "type": "object",
        "description": said,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _day(said: str) -> Json:
    return _maybe("string", said, format="date")


_CODE = r"^[1-9]\.\d{6}$"

_CHANNEL = _object(
    "Một cách nộp, với thời hạn và phí riêng, nguyên văn công bố.",
    kind=_text("Hình thức nộp", enum=[kind.value for kind in ChannelKind]),
    processing_time=_text("Thời hạn giải quyết"),
    cost=_text("Phí, lệ phí"),
    note=_text("Mô tả"),
)
_FORM = _object("Mẫu đơn, tờ khai.", label=_text("Tên mẫu"), url=_text("Địa chỉ tải; trống khi chỉ nêu tên"), size={"type": "integer", "minimum": 0})
_EVIDENCE = _object(
    "Một giấy tờ.",
    name=_text("Tên giấy tờ"),
    kind=_text("Nộp, xuất trình, khai thác từ cơ sở dữ liệu, hay chỉ là lưu ý", enum=[kind.value for kind in EvidenceKind]),
    originals=_text("Số bản chính, như công bố"),
    copies=_text("Số bản sao, như công bố"),
    forms=_list(_FORM, "Mẫu đơn, tờ khai"),
)
_LEGAL = _object(
    "Một căn cứ pháp lý.",
    number=_text("Số, ký hiệu"),
    title=_text("Trích yếu"),
    issuer=_text("Cơ quan ban hành"),
    issued=_text("Ngày ban hành, như công bố"),
    effective=_text("Ngày hiệu lực, như công bố"),
)
_DAYS = {"minimum": 0}
_PUBLICATION = _object(
    "Công bố, công khai.",
    decision=_text("Số quyết định công bố"),
    issued=_day("Ngày ký quyết định"),
    issuer=_text("Cơ quan công bố"),
    effective_from=_day("Có hiệu lực từ"),
    effective_to=_day("Hết hiệu lực từ; có giá trị thì đây là bản cũ"),
    status=_text("Tình trạng", enum=[status.value for status in ProcedureStatus]),
    changes=_text("Nội dung sửa đổi"),
    posted_on=_day("Ngày công khai trên trang"),
    days_after_decision=_maybe("integer", "Số ngày làm việc từ khi ký đến khi công khai", **_DAYS),
    days_after_effect=_maybe("integer", "Số ngày làm việc từ khi có hiệu lực đến khi công khai", **_DAYS),
    abolished_by=_text("Văn bản bãi bỏ"),
    replaced_by=_text("Mã thủ tục thay thế"),
    compared_on=_day("Ngày đối chiếu với Cơ sở dữ liệu quốc gia"),
    compared_by=_text("Người đối chiếu"),
    next_due=_day("Ngày cần đối chiếu lại"),
)
_LOCAL = _object(
    "Phần đơn vị ghi thêm.",
    address=_text("Nơi tiếp nhận"),
    hours=_text("Giờ tiếp nhận"),
    phone=_text("Điện thoại"),
    cost=_text("Phí tại địa phương"),
    note=_text("Ghi chú"),
)
_PROCEDURE = _object(
    "Một thủ tục hành chính; bản cũ là một mục riêng.",
    code=_text("Mã thủ tục", pattern=_CODE),
    unit_suffix=_text("Đuôi mã của địa phương"),
    title=_text("Tên thủ tục", minLength=1),
    sector=_text("Lĩnh vực"),
    level=_text("Cấp thực hiện"),
    audience=_list(_text(), "Đối tượng thực hiện"),
    kind=_text("Loại thủ tục"),
    keywords=_list(_text(), "Từ khóa"),
    life_events=_list(_text(), "Sự kiện trong đời"),
    description=_text("Mô tả"),
    executing_authority=_text("Cơ quan thực hiện"),
    competent_authority=_text("Cơ quan có thẩm quyền"),
    authorised_authority=_text("Cơ quan được ủy quyền"),
    cooperating_authority=_text("Cơ quan phối hợp"),
    receiving_address=_text("Địa chỉ tiếp nhận"),
    online_level=_maybe("string", "Mức độ dịch vụ công trực tuyến", enum=[*(level.value for level in OnlineLevel), None]),
    post_receive=_maybe("boolean", "Nhận hồ sơ qua bưu chính"),
    post_return=_maybe("boolean", "Trả kết quả qua bưu chính"),
    one_stop=_maybe("boolean", "Thực hiện tại bộ phận một cửa"),
    borderless=_maybe("boolean", "Không phụ thuộc địa giới hành chính"),
    portal_link=_text("Địa chỉ trên Cổng Dịch vụ công"),
    steps=_list(_object("Các bước của một trường hợp.", case=_text("Trường hợp"), text=_text("Nội dung")), "Trình tự thực hiện"),
    channels=_list(_CHANNEL, "Cách thức thực hiện"),
    evidence=_list(_object("Giấy tờ của một trường hợp.", case=_text("Trường hợp"), items=_list(_EVIDENCE, "Giấy tờ")), "Thành phần hồ sơ"),
    file_count=_text("Số lượng hồ sơ"),
    outputs=_list(_text(), "Kết quả thực hiện"),
    conditions=_text("Yêu cầu, điều kiện thực hiện"),
    legal_resources=_list(_LEGAL, "Căn cứ pháp lý"),
    extra_html=_text("Thông tin thêm (HTML)"),
    publication=_PUBLICATION,
    local=_LOCAL,
    in_force={"type": "boolean", "description": "Đang áp dụng"},
    current={"type": "boolean", "description": "Bản mới nhất của mã này"},
    modified=_day("Ngày công bố, niêm yết hoặc đối chiếu gần nhất"),
    url=_text("Địa chỉ trang của thủ tục", format="uri"),
)


def schema(address: str) -> Json:
    """The schema under its own address."""
    document = _object(
        "Thủ tục hành chính được công khai trên trang.",
        **{"$schema": _text("Địa chỉ của lược đồ này")},
        publisher=_object("Đơn vị công khai.", name=_text("Tên"), code=_text("Mã đơn vị hành chính"), parent=_text("Tỉnh, thành phố")),
        language={"const": "vi"},
        reuse_notice=_text("Điều kiện sử dụng lại"),
        modified=_text("Ngày thay đổi gần nhất", format="date"),
        procedures=_list(_PROCEDURE, "Các thủ tục, theo mã"),
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, "title": "Thủ tục hành chính", **document}
