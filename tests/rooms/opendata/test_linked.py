"""Linked data: two forms of one graph, which keeps to CPSV-AP 3.2 and says nothing uncertain."""

import json
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from plugins.opendata.forms.certain import amount, duration
from plugins.opendata.forms.rdf import iri
from tests.rooms.opendata.samples import ABOLISHED, DOMAIN, HOSTILE, WHOLE, WITH_HOSTILE, data_site, procedure
from tests.rooms.opendata.test_files import files

# rdflib warns of its own use of ConjunctiveGraph.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*", "ignore:ConjunctiveGraph:DeprecationWarning")
SHAPES = Path(__file__).with_name("cpsv-ap-shapes.ttl")
CPSV, CV, DCT, ADMS, SKOS, ELI = (
    Namespace(address)
    for address in (
        "http://purl.org/vocab/cpsv#",
        "http://data.europa.eu/m8g/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/ns/adms#",
        "http://www.w3.org/2004/02/skos/core#",
        "http://data.europa.eu/eli/ontology#",
    )
)
each_site = pytest.mark.parametrize("of", [WHOLE, WITH_HOSTILE], ids=["whole", "hostile"])


def graph(of, name: str = "thu-tuc.ttl") -> Graph:
    return Graph().parse(data=files(of)[name], format="json-ld" if name.endswith("jsonld") else "turtle")


def service(code: str) -> URIRef:
    return URIRef(f"{DOMAIN}/thu-tuc/{code}.html#dich-vu")


@each_site
def test_json_ld_and_turtle_are_the_same_graph_and_need_no_network(of):
    context = json.loads(files(of)["thu-tuc.jsonld"])["@context"]
    assert isinstance(context, dict)
    assert isomorphic(graph(of, "thu-tuc.jsonld"), graph(of))


@each_site
def test_the_graph_keeps_to_the_cardinalities_of_cpsv_ap(of):
    conforms, _, report = validate(graph(of), shacl_graph=Graph().parse(SHAPES))
    assert conforms, report


def test_the_shapes_do_bite():
    spoiled = graph(WHOLE)
    spoiled.remove((service("1.001193"), CV.hasCompetentAuthority, None))
    spoiled.add((service("2.000815"), DCT.identifier, Literal("hai")))
    conforms, _, report = validate(spoiled, shacl_graph=Graph().parse(SHAPES))
    assert not conforms
    assert "Cần cơ quan có thẩm quyền" in report
    assert "Cần đúng một dct:identifier" in report


def test_a_service_is_told_with_its_code_title_and_parts():
    made = graph(WHOLE)
    one = service("1.001193")
    assert set(made.objects(one, DCT.identifier)) == {Literal("1.001193")}
    assert set(made.objects(one, DCT.title)) == {Literal("Đăng ký khai sinh", lang="vi")}
    counts = {CPSV.hasInput: 3, CPSV.produces: 2, CPSV.follows: 2, CV.hasChannel: 2, CV.hasCost: 2, CV.hasLegalResource: 2, CV.isGroupedBy: 2, CV.sector: 1}
    assert {path: len(set(made.objects(one, path))) for path in counts} == counts
    kinds = {kind for event in made.objects(one, CV.isGroupedBy) for kind in made.objects(event, RDF.type)}
    assert kinds == {CV.Event, CV.LifeEvent, CV.BusinessEvent}


def test_only_the_current_version_is_a_service_and_its_status_is_told():
    made = graph(WHOLE)
    statuses = {str(s).rpartition("/")[2]: str(made.value(s, ADMS.status)).rpartition("/")[2] for s in made.subjects(RDF.type, CPSV.PublicService)}
    assert statuses == {"1.001193.html#dich-vu": "Completed", "2.000815.html#dich-vu": "Completed", "2.001009.html#dich-vu": "Withdrawn"}
    replaced = graph(data_site(procedure(replaced_by="2.000815"), ABOLISHED))
    assert str(replaced.value(service("1.001193"), ADMS.status)).endswith("/Deprecated")


def test_a_procedure_without_an_announced_authority_names_the_unit_that_publishes():
    made = graph(WHOLE)
    unit = made.value(service("2.000815"), CV.hasCompetentAuthority)
    assert made.value(unit, SKOS.prefLabel) == Literal("Phường Thử Nghiệm", lang="vi")
    assert made.value(service("2.000815"), DCT.description) == Literal("Chứng thực bản sao", lang="vi")


@pytest.mark.parametrize(
    ("authority", "area"),
    [
        ("Ủy ban nhân dân cấp xã", "Phường Thử Nghiệm, Tỉnh Mẫu"),
        ("UBND phường", "Phường Thử Nghiệm, Tỉnh Mẫu"),
        ("Sở Tư pháp", "Tỉnh Mẫu"),
        ("Bảo hiểm xã hội cấp Tỉnh", "Tỉnh Mẫu"),
        ("Thuế cơ sở", "Việt Nam"),
        ("Bộ Tư pháp", "Việt Nam"),
    ],
)
def test_the_area_of_an_authority_is_what_its_name_tells(authority, area):
    made = graph(data_site(procedure(competent_authority=authority)))
    where = made.value(made.value(service("1.001193"), CV.hasCompetentAuthority), DCT.spatial)
    assert made.value(where, SKOS.prefLabel) == Literal(area, lang="vi")


def test_laws_authorities_and_sectors_that_two_procedures_share_are_there_once():
    made = graph(data_site(procedure("1.000001"), procedure("1.000002")))
    assert len(set(made.subjects(RDF.type, ELI.LegalResource))) == 2
    assert {str(day) for day in made.objects(None, ELI.date_document)} == {"2014-11-20"}


def test_hostile_texts_come_back_whole_from_both_forms():
    for name in ("thu-tuc.ttl", "thu-tuc.jsonld"):
        made = graph(WITH_HOSTILE, name)
        assert made.value(service("1.000001"), DCT.title) == Literal(HOSTILE, lang="vi")
        assert made.value(service("1.000002"), DCT.title) == Literal('=HYPERLINK("https://x")', lang="vi")
        assert URIRef("https://x.example/a%20b?c=%7Bd%7D%7Ce") in set(made.objects())


def test_an_address_holds_only_what_an_iri_may_hold():
    assert iri('https://x/ộ a<b>"{}|\\^`\n') == "https://x/ộ%20a%3Cb%3E%22%7B%7D%7C%5C%5E%60%0A"


# — only what is certain —


@pytest.mark.parametrize(
    ("announced", "expected"),
    [
        ("30 Ngày", "P30D"),
        ("03 ngày", "P3D"),
        ("01 Giờ", "PT1H"),
        ("2 tuần", "P2W"),
        ("6 tháng", "P6M"),
        ("30 phút", "PT30M"),
        ("3 Ngày làm việc", ""),
        ("1", ""),
        ("0 ngày", ""),
        ("0.5 Giờ", ""),
        ("Ngay trong ngày; sau 15 giờ thì ngày làm việc tiếp theo", ""),
        ("03 - 05 ngày", ""),
        ("Không quy định", ""),
        ("", ""),
    ],
)
def test_a_time_is_a_duration_only_when_it_is_one_plain_length(announced, expected):
    assert duration(announced) == expected


@pytest.mark.parametrize(
    ("announced", "expected"),
    [
        ("Lệ phí : 8000 Đồng", "8000"),
        ("8.000 đồng", "8000"),
        ("100,000 VNĐ", "100000"),
        ("Phí : 0 Đồng", "0"),
        ("Phí : Không Đồng", "0"),
        ("Miễn phí", "0"),
        ("Miễn phí(Mức lệ phí do Hội đồng nhân dân quyết định)", ""),
        ("25 VNĐ", ""),
        ("Lệ phí : 1.5 USD", ""),
        ("Phí : Đồng (miễn phí)", ""),
        ("10.000 đồng/trang", ""),
        ("", ""),
    ],
)
def test_a_fee_is_a_number_only_when_it_is_one_amount(announced, expected):
    assert amount(announced) == expected


def test_times_and_fees_that_are_certain_stand_as_numbers_and_all_stand_as_announced():
    made = graph(data_site(procedure(text="3 ngày làm việc")))
    channels, costs = (sorted(made.objects(service("1.001193"), path)) for path in (CV.hasChannel, CV.hasCost))
    assert [str(made.value(channel, CV.processingTime)) for channel in channels] == ["P30D", "None"]
    assert "Thời hạn giải quyết: 3 ngày làm việc" in str(made.value(channels[1], DCT.description))
    assert [value and value.toPython() for value in (made.value(cost, CV.hasValue) for cost in costs)] == [8000.0, None]
    assert [made.value(cost, CV.ifAccessedThrough) for cost in costs] == channels
    assert made.value(service("1.001193"), CV.processingTime) is None  # the channels differ
