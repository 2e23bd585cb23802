"""What people say, and what the official names call it: the list that every unit begins with.

A unit's own ``tu-dong-nghia.txt`` comes on top: its lines replace those of the same words here.
"""

from functools import lru_cache

from plugins.model.synonyms import Synonym, read_synonyms

EVERYDAY = """
# hộ tịch
làm giấy khai sinh, làm khai sinh, khai sinh cho con, giấy khai sinh cho con, đẻ con, mới sinh con, sinh em bé = đăng ký khai sinh
giấy khai sinh bản sao, bản sao khai sinh, xin lại giấy khai sinh, mất giấy khai sinh, giấy khai sinh bị mất, trích lục khai sinh = cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh
giấy khai sinh = đăng ký khai sinh; cấp bản sao giấy khai sinh
làm lại giấy khai sinh, làm lại khai sinh = đăng ký lại khai sinh
đăng ký muộn, khai sinh quá hạn, khai sinh trễ = đăng ký khai sinh
đổi tên, đổi họ, đổi tên đệm, sửa tên, sửa ngày sinh, sửa giấy khai sinh, sai tên, sai ngày sinh, sai năm sinh, sai giới tính, sai quê quán, sai họ, thêm tên đệm, bổ sung tên đệm, bỏ tên đệm, đổi họ cho con, đổi tên trong giấy khai sinh = thay đổi, cải chính, bổ sung thông tin hộ tịch
đổi dân tộc = xác định lại dân tộc
giấy đăng ký kết hôn, cưới, đám cưới, lấy vợ, lấy chồng, giấy kết hôn, hôn thú, làm hôn thú = đăng ký kết hôn
lấy chồng nước ngoài, lấy vợ nước ngoài, lấy chồng tây, kết hôn với người nước ngoài, kết hôn với người lào, kết hôn với người campuchia, kết hôn với người trung quốc, lấy chồng hàn quốc, lấy chồng đài loan = đăng ký kết hôn có yếu tố nước ngoài
người nước ngoài, người hàn quốc, người trung quốc, người đài loan, người nhật, người mỹ, việt kiều = có yếu tố nước ngoài
giấy độc thân, xác nhận độc thân, chứng nhận độc thân, xác nhận chưa kết hôn, giấy chưa vợ, giấy chưa chồng, chứng nhận chưa có vợ, chứng nhận chưa có chồng = giấy xác nhận tình trạng hôn nhân
báo tử, giấy báo tử, người mất, người chết, chết, qua đời, bố mất, mẹ mất, cha mất, ông mất, bà mất, chồng mất, vợ mất, giấy chứng tử, chứng tử, có người chết = đăng ký khai tử
nhận con, nhận cha, nhận mẹ, nhận bố, nhận con ngoài giá thú, con ngoài giá thú = đăng ký nhận cha, mẹ, con
xin con nuôi, nhận con nuôi, nhận nuôi = đăng ký việc nuôi con nuôi
người giám hộ, giám hộ cho cháu = đăng ký giám hộ
ly hôn, ly dị, bỏ vợ, bỏ chồng = ghi vào sổ hộ tịch việc ly hôn; trích lục hộ tịch
xin trích lục = cấp bản sao trích lục hộ tịch

# chứng thực
sao y, sao y bản chính, sao y công chứng, công chứng bản sao, photo công chứng, công chứng bằng cấp = chứng thực bản sao từ bản chính
công chứng giấy tờ, công chứng = chứng thực bản sao từ bản chính; chứng thực chữ ký
xác nhận chữ ký, chứng chữ ký, công chứng chữ ký, xác nhận sơ yếu lý lịch, sơ yếu lý lịch, lý lịch, chứng thực lý lịch = chứng thực chữ ký
giấy ủy quyền, ủy quyền = chứng thực chữ ký; chứng thực hợp đồng, giao dịch
lập di chúc, làm di chúc = chứng thực di chúc
từ chối thừa kế, không nhận thừa kế = chứng thực văn bản từ chối nhận di sản
chia thừa kế, thừa kế, chia đất thừa kế, chia tài sản = phân chia di sản; văn bản từ chối nhận di sản; đăng ký biến động đất đai
hợp đồng mua bán, công chứng hợp đồng, hợp đồng ủy quyền = chứng thực hợp đồng, giao dịch

# cư trú, căn cước, đi lại
hộ khẩu, sổ hộ khẩu, nhập khẩu, nhập hộ khẩu, nhập hộ, chuyển hộ khẩu, chuyển khẩu = đăng ký thường trú
tách hộ khẩu, tách sổ hộ khẩu, tách khẩu, ra ở riêng = tách hộ
cắt hộ khẩu, cắt khẩu, xóa hộ khẩu = xóa đăng ký thường trú
kt3, giấy tạm trú, sổ tạm trú, ở trọ, thuê trọ, thuê nhà ở = đăng ký tạm trú
gia hạn tạm trú = đăng ký tạm trú
ngủ qua đêm, ở qua đêm, khách ở lại, khách ngủ lại, khách đến ở, có khách ở lại = thông báo lưu trú
giấy xác nhận cư trú, giấy cư trú, xác nhận cư trú, xác nhận nơi ở, ct07, giấy ct07 = xác nhận thông tin về cư trú
chứng minh nhân dân, chứng minh thư, cmnd, cmt, cccd, căn cước công dân, thẻ cccd = căn cước
làm căn cước, làm cccd, làm căn cước công dân, làm chứng minh thư, làm thẻ căn cước = cấp thẻ căn cước
mất căn cước, mất cccd, đổi căn cước, đổi cccd, căn cước hết hạn, làm lại căn cước, làm lại cccd = cấp lại, cấp đổi thẻ căn cước
vneid, định danh mức 2, tài khoản định danh = tài khoản định danh điện tử
hộ chiếu, passport, pát po = hộ chiếu phổ thông
mất hộ chiếu, rơi hộ chiếu = trình báo mất hộ chiếu
bằng lái, bằng lái xe, gplx = giấy phép lái xe
biển số, biển số xe, bảng số xe, cà vẹt, cavet, cà vẹt xe, giấy tờ xe, đăng ký xe máy, sang tên xe = đăng ký xe, biển số xe
mất biển số, mất đăng ký xe, mất cà vẹt, mất giấy tờ xe = cấp lại chứng nhận đăng ký xe, biển số xe
đi nghĩa vụ, đi bộ đội, đi lính, khám nghĩa vụ, nhập ngũ, nvqs = nghĩa vụ quân sự
hoãn nghĩa vụ, tạm hoãn nghĩa vụ = nghĩa vụ quân sự

# đất đai, nhà ở, xây dựng
sổ đỏ, sổ hồng, bìa đỏ, bìa đất, giấy tờ đất, giấy tờ nhà đất, làm sổ, làm sổ đỏ, gcnqsdđ, gcnqsdd = giấy chứng nhận quyền sử dụng đất; đăng ký đất đai, tài sản gắn liền với đất
sang tên sổ đỏ, sang tên đất, sang sổ, mua đất, bán đất, mua bán đất, chuyển nhượng đất = đăng ký biến động đất đai; chuyển nhượng quyền sử dụng đất
cho đất, cho con đất, tặng đất = tặng cho quyền sử dụng đất
tách sổ, tách đất, chia đất, gộp thửa = tách thửa, hợp thửa đất
mất sổ đỏ, mất bìa đỏ, cấp lại sổ đỏ, đổi sổ đỏ = cấp lại, cấp đổi giấy chứng nhận quyền sử dụng đất
lên thổ cư, chuyển thổ cư, đất thổ cư, đất ở, chuyển đất ruộng sang đất ở = chuyển mục đích sử dụng đất
thế chấp sổ đỏ, vay ngân hàng bằng sổ đỏ, xóa thế chấp = đăng ký biện pháp bảo đảm
tranh chấp đất, tranh chấp ranh giới, lấn đất = hòa giải tranh chấp đất đai; giải quyết tranh chấp đất đai
đo đất, đo lại đất = trích đo địa chính; xác định lại diện tích đất ở
thuê đất, xin đất = giao đất, cho thuê đất
xin xây nhà, xây nhà, phép xây dựng, xin phép xây nhà, gpxd, làm nhà = giấy phép xây dựng
sửa nhà, cải tạo nhà, sửa nhà xin phép, cơi nới = giấy phép xây dựng sửa chữa, cải tạo
quy hoạch đất, xem quy hoạch, đất có quy hoạch không = cung cấp thông tin quy hoạch
đào đường, đào vỉa hè, thi công vỉa hè, lòng đường, vỉa hè = thi công công trình trên đường bộ; sử dụng tạm thời lòng đường, vỉa hè
chặt cây, đốn cây, chặt hạ cây = chặt hạ, dịch chuyển cây xanh
khoan giếng, giếng khoan, đào giếng, nước giếng, nước giếng khoan, nước ngầm = đăng ký khai thác nước dưới đất
xả thải, nước thải, môi trường = đăng ký môi trường

# bảo hiểm, trợ cấp, người có công
bhxh = bảo hiểm xã hội
bhyt, thẻ bhyt, thẻ bảo hiểm, thẻ khám bệnh = bảo hiểm y tế
bảo hiểm y tế, thẻ bảo hiểm y tế = thẻ BHYT
mua bảo hiểm y tế, đóng bảo hiểm y tế, làm thẻ bảo hiểm y tế, mua bhyt = đăng ký đóng, cấp thẻ BHYT
bhtn = bảo hiểm thất nghiệp
sổ bảo hiểm, sổ bảo hiểm xã hội, sổ bhyt, mất sổ bảo hiểm = sổ BHXH, thẻ BHYT
mất sổ bhxh, làm lại sổ bhxh, đổi sổ bhxh, mất thẻ bhyt, mất thẻ bảo hiểm, làm lại thẻ bhyt, đổi thẻ bhyt = cấp lại, đổi, điều chỉnh thông tin trên sổ BHXH, thẻ BHYT
bảo hiểm xã hội một lần, rút bảo hiểm, rút bhxh, bhxh một lần = hưởng bảo hiểm xã hội một lần
lương hưu, về hưu, nghỉ hưu, tiền hưu, hưu trí = hưởng lương hưu, trợ cấp
nghỉ đẻ, nghỉ sinh, tiền thai sản, tiền đẻ, tiền sinh con, sinh con được = chế độ thai sản
nghỉ ốm, ốm đau, tiền ốm = chế độ ốm đau
tiền tuất, chế độ tử, tiền chết = chế độ tử tuất
tai nạn lao động, tnlđ = chế độ TNLĐ, BNN
mai táng, mai táng phí, tiền mai táng, chôn cất = hỗ trợ chi phí mai táng; trợ cấp mai táng
hộ nghèo, sổ hộ nghèo, xét hộ nghèo, xin hộ nghèo, cận nghèo, giấy hộ nghèo = công nhận hộ nghèo, hộ cận nghèo
thoát nghèo = công nhận hộ thoát nghèo
người già, người cao tuổi, trợ cấp người già, trợ cấp 80 tuổi, tiền người già = trợ cấp xã hội hằng tháng; trợ cấp hưu trí xã hội
người khuyết tật, tàn tật, giấy khuyết tật, giấy tàn tật, người tàn tật = xác định mức độ khuyết tật, cấp giấy xác nhận khuyết tật
mồ côi, trẻ mồ côi, mẹ đơn thân, trợ cấp = trợ cấp xã hội hằng tháng; chăm sóc, nuôi dưỡng
trợ cấp xã hội, bảo trợ xã hội, bảo trợ = trợ cấp xã hội hằng tháng; hỗ trợ kinh phí chăm sóc
gia đình liệt sĩ, bộ đội cũ, cựu chiến binh = người có công; thương binh; liệt sĩ; kháng chiến
đi b, chiến trường = tham gia kháng chiến chống Mỹ
chất độc da cam, da cam, dioxin = nhiễm chất độc hóa học
thất nghiệp, tiền thất nghiệp = trợ cấp thất nghiệp

# kinh doanh, thuế
mở quán, mở cửa hàng, mở tiệm, mở shop, buôn bán, giấy phép kinh doanh, đăng ký kinh doanh, gpkd, đkkd, hkd = đăng ký thành lập hộ kinh doanh; hộ kinh doanh
đóng cửa quán, đóng cửa hàng, đóng cửa hộ kinh doanh, nghỉ bán, thôi kinh doanh, trả giấy phép kinh doanh, giải thể hộ kinh doanh = chấm dứt hoạt động hộ kinh doanh
tạm nghỉ bán, nghỉ bán một thời gian, nghỉ bán hàng một thời gian, nghỉ kinh doanh, tạm dừng kinh doanh = tạm ngừng kinh doanh
htx = hợp tác xã
lập hợp tác xã, thành lập hợp tác xã, mở hợp tác xã = đăng ký thành lập hợp tác xã
giải thể hợp tác xã = đăng ký giải thể hợp tác xã
bán rượu, giấy phép bán rượu = bán lẻ rượu
bán thuốc lá = bán lẻ thuốc lá
vệ sinh an toàn thực phẩm, attp, vsattp, an toàn vệ sinh thực phẩm, giấy an toàn thực phẩm = cơ sở đủ điều kiện an toàn thực phẩm
karaoke, mở karaoke = kinh doanh dịch vụ karaoke
quán net, quán game = điểm cung cấp dịch vụ trò chơi điện tử công cộng
mst = mã số thuế
đăng ký mã số thuế, làm mã số thuế, xin mã số thuế = đăng ký thuế lần đầu
đóng mã số thuế, hủy mã số thuế, khóa mã số thuế = chấm dứt hiệu lực mã số thuế
nộp thuế, đóng thuế = khai thuế
thuế đất, thuế nhà đất = thuế sử dụng đất phi nông nghiệp
lấy lại thuế, thuế nộp thừa = hoàn thuế; hoàn nộp thừa
thuế bán nhà, thuế bán đất, thuế chuyển nhượng = thuế TNCN chuyển nhượng bất động sản
tncn, quyết toán thuế = thuế thu nhập cá nhân
thuế thu nhập, thuế thu nhập cá nhân = thuế TNCN
trước bạ, thuế trước bạ, lệ phí trước bạ = khai lệ phí trước bạ
hóa đơn, hóa đơn điện tử, xuất hóa đơn = đăng ký sử dụng hóa đơn điện tử
nợ thuế, xin nộp thuế dần = nộp dần tiền thuế nợ

# nông nghiệp, tài nguyên, phương tiện
nuôi tôm, nuôi cá, lồng bè = nuôi trồng thủy sản
ghe, thuyền, tàu, đăng ký ghe, đăng ký tàu, đăng ký thuyền = đăng ký phương tiện
bến đò, bến phà, bến sông = bến khách ngang sông, bến thủy nội địa
thiên tai, bão lũ, thiệt hại do bão, mất mùa, dịch bệnh = hỗ trợ khôi phục sản xuất; thiên tai, dịch bệnh
trồng lúa, đất lúa, chuyển đổi cây trồng = chuyển đổi cơ cấu cây trồng trên đất trồng lúa
chặt rừng, lấy gỗ, đốn gỗ = khai thác gỗ, thực vật rừng

# giáo dục, văn hóa, y tế, trật tự
mở trường, mở nhà trẻ, nhóm trẻ, trường mầm non tư = thành lập nhóm trẻ, lớp mẫu giáo độc lập
xin học, nhập học = chuyển trường; tuyển sinh
học phí, miễn học phí, giảm học phí = miễn, giảm học phí
chùa, nhà thờ, đình, cúng = hoạt động tín ngưỡng, tôn giáo; lễ hội
khen thưởng, giấy khen, bằng khen, gia đình văn hóa = tặng giấy khen; danh hiệu gia đình văn hóa
pccc = phòng cháy, chữa cháy
cai nghiện, nghiện ma túy, ma túy = cai nghiện ma túy
dân phòng, tổ an ninh = bảo vệ an ninh, trật tự
hòa giải = hòa giải ở cơ sở; hòa giải viên
khiếu nại, thưa kiện, kiện = giải quyết khiếu nại
tố cáo, đơn tố cáo, tố giác = giải quyết tố cáo
góp ý = phản ánh, kiến nghị
gặp lãnh đạo, gặp chủ tịch, tiếp dân = tiếp công dân

# cách viết tắt
dk, đk, đki, đ/k = đăng ký
ubnd = ủy ban nhân dân
hđnd = hội đồng nhân dân
tthc = thủ tục hành chính
cchc = cải cách hành chính
dvc, dvctt = dịch vụ công trực tuyến
qsdđ, qsdd = quyền sử dụng đất
csdl = cơ sở dữ liệu
ttpvhcc = trung tâm phục vụ hành chính công
bộ phận một cửa = trung tâm phục vụ hành chính công
"""


@lru_cache(maxsize=4)
def meanings(own: tuple[Synonym, ...]) -> tuple[Synonym, ...]:
    """The unit's lines, then those of the program of which the unit says nothing; a line that means nothing goes."""
    typed = {one.casefold() for line in own for one in line.said}
    built_in = (Synonym(tuple(one for one in line.said if one.casefold() not in typed), line.official) for line in read_synonyms(EVERYDAY)[0])
    return tuple(line for line in (*own, *built_in) if line.said and line.official)
