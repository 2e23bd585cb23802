"""What people say, and what the official names call it: the list that every unit begins with.

A unit's own ``tu-dong-nghia.txt`` comes on top: its lines replace those of the same words here.
"""

from functools import lru_cache

from plugins.model.synonyms import Synonym, read_synonyms

EVERYDAY = """
# hộ tịch: sinh, nhận con, nuôi con
làm giấy khai sinh, làm khai sinh, khai sinh cho con, đẻ con, mới đẻ, mới sinh, con mới sinh, sinh con, sinh em bé, sinh cháu, em bé, trẻ sơ sinh, có em bé, đặt tên cho con, đặt tên con = đăng ký khai sinh
khai sinh nhập khẩu bhyt, khai sinh bảo hiểm y tế, khai sinh hộ khẩu, khai sinh trọn gói, ba trong một = liên thông khai sinh, thường trú, thẻ bảo hiểm y tế
giấy khai sinh = đăng ký khai sinh; cấp bản sao giấy khai sinh
chưa có khai sinh, không có khai sinh, chưa làm khai sinh, chưa được khai sinh, khai sinh muộn, khai sinh trễ, khai sinh quá hạn, khai sinh người lớn, khai sinh người già = khai sinh cho người đã có hồ sơ, giấy tờ; đăng ký khai sinh
mất giấy khai sinh, mất khai sinh, khai sinh bản sao, bản sao khai sinh, sao khai sinh, trích lục khai sinh, xin lại khai sinh, cấp lại khai sinh, rách khai sinh, khai sinh bản gốc = cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh; đăng ký lại khai sinh
làm lại giấy khai sinh, làm lại khai sinh = đăng ký lại khai sinh; cấp bản sao giấy khai sinh
nhận con, nhận cha, nhận mẹ, nhận bố, nhận ba, con riêng, con ruột, con rơi, thêm tên cha, thêm tên bố, bổ sung tên cha, làm cha con = đăng ký nhận cha, mẹ, con
con ngoài giá thú, chưa kết hôn có con, chưa cưới có con, mẹ đơn thân khai sinh, khai sinh không có cha, khai sinh theo họ mẹ, khai sinh mang họ cha, khai sinh và nhận con, vừa khai sinh vừa nhận cha = đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con; đăng ký nhận cha, mẹ, con
xin con nuôi, nhận con nuôi, nhận nuôi, con nuôi, cho con nuôi, nuôi trẻ bị bỏ rơi, nhận làm con, xin trẻ về nuôi, nhận trẻ = đăng ký việc nuôi con nuôi
giám hộ, giám hộ cho cháu, người đỡ đầu, nuôi cháu mồ côi, trông nom cháu, đại diện cho cháu, giám hộ người già, nuôi cháu, ba mẹ mất nuôi cháu, cha mẹ đi tù = đăng ký giám hộ

# hộ tịch: sửa đổi, kết hôn, khai tử
đổi tên, đổi họ, sửa tên, sửa họ, sai tên, sai họ, tên đệm, chữ lót, tên lót, chữ đệm, đặt lại tên, đổi tên con, sang họ, chuyển họ, họ mẹ sang họ bố, theo họ bố, theo họ mẹ = thay đổi, cải chính, bổ sung thông tin hộ tịch
sửa ngày sinh, sửa năm sinh, sửa tuổi, sai ngày sinh, sai năm sinh, sai tuổi, đổi năm sinh, đổi ngày sinh, thêm ngày sinh, sai giới tính, đổi giới tính, chuyển giới, sai quê quán, sửa quê quán, đổi quê quán, sai dân tộc, năm sinh không khớp, tên không khớp, khai sinh không khớp = thay đổi, cải chính, bổ sung thông tin hộ tịch
sửa khai sinh, chữa khai sinh, sai khai sinh, đính chính khai sinh, cải chính khai sinh, chỉnh khai sinh, tên trong khai sinh, sửa giấy khai sinh, sửa giấy kết hôn, sửa khai tử, đính chính hộ tịch, sửa hộ tịch = thay đổi, cải chính, bổ sung thông tin hộ tịch
đổi dân tộc, xác định dân tộc, dân tộc theo mẹ, chuyển dân tộc = xác định lại dân tộc
cưới, đám cưới, cưới vợ, cưới chồng, lấy vợ, lấy chồng, lập gia đình, giấy kết hôn, giấy đăng ký kết hôn, hôn thú, thành vợ chồng, giấy vợ chồng = đăng ký kết hôn
mất giấy kết hôn, mất hôn thú, làm lại giấy kết hôn, cấp lại giấy kết hôn, làm lại đăng ký kết hôn, mất đăng ký kết hôn = cấp bản sao trích lục hộ tịch; đăng ký lại kết hôn
lấy chồng tây, lấy chồng nước ngoài, lấy vợ nước ngoài, cưới người nước ngoài, kết hôn người lào, kết hôn người campuchia, kết hôn người trung quốc, lấy chồng hàn, lấy chồng đài loan, lấy chồng trung quốc, lấy chồng lào, lấy vợ lào, lấy vợ campuchia, vợ nước ngoài, chồng nước ngoài, vợ người nước, chồng người nước, quốc tịch lào, quốc tịch trung quốc = đăng ký kết hôn có yếu tố nước ngoài
người nước ngoài, nước ngoài, người hàn, người hàn quốc, người trung quốc, người đài loan, người nhật, người mỹ, người lào, người campuchia, người tây, việt kiều, quốc tịch khác = có yếu tố nước ngoài
độc thân, chưa vợ, chưa chồng, chưa có vợ, chưa có chồng, chưa kết hôn, chưa từng kết hôn, chưa lập gia đình, chưa đăng ký kết hôn, xác nhận hôn nhân, giấy hôn nhân = giấy xác nhận tình trạng hôn nhân
báo tử, chứng tử, giấy chết, chết, người chết, chết già, người mất, mới mất, vừa mất, qua đời, tắt thở, đám ma, đám tang, bố mất, ba mất, cha mất, mẹ mất, má mất, ông mất, bà mất, chồng mất, vợ mất, con mất = đăng ký khai tử
tại nhà, tận nhà, đến nhà làm, ốm không đi được, không đi lại được, già yếu không đi được, vùng sâu = lưu động
ly hôn, ly dị, bỏ vợ, bỏ chồng = ghi vào sổ hộ tịch việc ly hôn; trích lục hộ tịch
trích lục, xin trích lục, sao lục, trích lục kết hôn, trích lục khai tử, trích lục chứng tử, trích lục giấy kết hôn, bản sao kết hôn, bản sao khai tử = cấp bản sao trích lục hộ tịch

# chứng thực
sao y, photo, phô tô, photocopy, chứng thực phô tô, chứng thực photo, chứng thực giấy tờ, bản sao y, công chứng bản sao, công chứng bằng, công chứng giấy tờ, công chứng căn cước, công chứng hộ khẩu, công chứng khai sinh, công chứng sổ đỏ, công chứng học bạ, chứng thực bằng, chứng thực căn cước, đóng dấu sao y, chứng bản sao = chứng thực bản sao từ bản chính
công chứng, chứng giấy, chứng giấy tờ = chứng thực bản sao từ bản chính; chứng thực chữ ký
xác nhận chữ ký, chứng chữ ký, công chứng chữ ký, lý lịch, sơ yếu lý lịch, syll, chứng lý lịch, xác nhận lý lịch, lý lịch xin việc, giấy cam đoan, giấy cam kết, giấy bảo lãnh, giấy vay tiền, lăn tay, điểm chỉ, không biết chữ, không ký được, đơn xin việc, đơn xin, xác nhận đơn = chứng thực chữ ký
giấy ủy quyền, ủy quyền, nhờ người làm thay, làm giúp người khác = chứng thực chữ ký; chứng thực hợp đồng, giao dịch
lập di chúc, làm di chúc, viết di chúc, để lại tài sản, chia tài sản trước khi chết, lập chúc thư = chứng thực di chúc
từ chối thừa kế, không nhận thừa kế, nhường thừa kế, không nhận tài sản, không lấy phần thừa kế, không nhận đất, không lấy đất, nhường đất, không nhận phần, để hết cho anh em = chứng thực văn bản từ chối nhận di sản
chia thừa kế, chia đất thừa kế, chia tài sản, khai nhận thừa kế, nhận thừa kế = phân chia di sản; văn bản từ chối nhận di sản; thu nhập từ nhận thừa kế
thừa kế = nhận thừa kế; văn bản từ chối nhận di sản; di chúc
hủy hợp đồng, sửa hợp đồng, bỏ hợp đồng, thay đổi hợp đồng, hủy giao dịch, hủy giấy bán, hủy mua bán = sửa đổi, bổ sung, hủy bỏ giao dịch
hợp đồng mua bán, công chứng hợp đồng, hợp đồng ủy quyền, hợp đồng thuê nhà, giấy mua bán = chứng thực hợp đồng, giao dịch
bản sao bằng, bản sao bằng tốt nghiệp, sổ gốc, bản sao học bạ = cấp bản sao từ sổ gốc

# cư trú
hộ khẩu, sổ hộ khẩu, nhập khẩu, nhập hộ khẩu, nhập hộ, chuyển hộ khẩu, chuyển khẩu, khẩu về nhà chồng, khẩu theo chồng, nhập khẩu cho con, nhập khẩu cho vợ, kt1, thường trú = đăng ký thường trú; thông tin về cư trú
tách hộ khẩu, tách sổ, tách khẩu, cắt hộ, ra ở riêng, ra riêng, tách riêng hộ, tách sổ hộ khẩu, tách hộ cho con = tách hộ
cắt hộ khẩu, cắt khẩu, xóa hộ khẩu, xóa khẩu, xóa tên hộ khẩu, rút hộ khẩu, bỏ tên khỏi hộ khẩu, xóa thường trú, xóa tên người chết = xóa đăng ký thường trú
đổi chủ hộ, thay chủ hộ, đổi địa chỉ, sai địa chỉ, đổi số nhà, địa chỉ mới, sửa thông tin cư trú, sửa hộ khẩu, sai thông tin cư trú, đính chính hộ khẩu, cập nhật cư trú, sai trên vneid, đổi tên chủ hộ, sửa vneid, ngày sinh trên vneid = điều chỉnh thông tin về cư trú
không có hộ khẩu, chưa có hộ khẩu, không nhập được khẩu, chưa nhập khẩu được, không nhà cửa, không chỗ ở, vô gia cư, lang thang, không có giấy tờ tùy thân = khai báo thông tin về cư trú người chưa đủ điều kiện
ở trên ghe, ở ghe, ở tàu, ở thuyền, sống trên thuyền, sống trên ghe, ở trên xe, nhà thuyền, nhà bè, neo đậu ghe, đậu ghe để ở = nơi thường xuyên đậu, đỗ; sử dụng phương tiện vào mục đích để ở
kt3, giấy tạm trú, sổ tạm trú, ở trọ, thuê trọ, nhà trọ, phòng trọ, thuê phòng, ở nhờ, ở thuê, gia hạn tạm trú, tạm trú tạm vắng, làm tạm trú = đăng ký tạm trú
hết tạm trú, bỏ tạm trú, hủy tạm trú, cắt tạm trú, chuyển trọ, không ở trọ nữa, trả phòng trọ = xóa đăng ký tạm trú
ngủ qua đêm, ở qua đêm, ngủ lại, ngủ nhờ, khách ở lại, khách đến ở, khách đến chơi, bạn đến ở, người lạ ở, báo khách, khai báo khách, nhà nghỉ báo khách, ở lại vài ngày, khai báo lưu trú, lên chơi ở lại, ở lại mấy bữa, homestay, khách du lịch ở, khách thuê = thông báo lưu trú
xác nhận cư trú, giấy cư trú, xác nhận nơi ở, xác nhận chỗ ở, xác nhận địa chỉ, xác nhận thường trú, xác nhận hộ khẩu, xác nhận tạm trú, xác nhận nhân khẩu, chứng minh nơi ở, ct07, ct 07, xác nhận đang sống, xác nhận sinh sống = xác nhận thông tin về cư trú
tạm vắng, báo tạm vắng, đi vắng lâu ngày = khai báo tạm vắng; thông tin về cư trú

# căn cước, đi lại, xe
chứng minh nhân dân, chứng minh thư, cmnd, cmt, cccd, căn cước công dân, thẻ cccd, thẻ căn cước, giấy tờ tùy thân = căn cước
làm căn cước, làm cccd, làm chứng minh, làm thẻ căn cước, căn cước lần đầu, cccd lần đầu, căn cước gắn chip, căn cước cho con, đủ 14 tuổi, 14 tuổi, làm giấy chứng minh = cấp thẻ căn cước
mất căn cước, mất cccd, mất chứng minh, đổi căn cước, đổi cccd, căn cước hết hạn, cccd hết hạn, làm lại căn cước, làm lại cccd, rơi căn cước, căn cước hỏng, căn cước mờ = cấp lại giấy chứng nhận căn cước; cấp đổi giấy chứng nhận căn cước; cấp thẻ căn cước
không quốc tịch, chưa có quốc tịch, không rõ quốc tịch, gốc việt, kiều bào campuchia về = người gốc Việt Nam chưa xác định được quốc tịch
xét nghiệm adn, mẫu adn, lấy adn, thử adn, mống mắt, giọng nói, sinh trắc = thông tin sinh trắc học về ADN
vneid, định danh mức 2, tài khoản định danh, tài khoản vneid = tài khoản định danh điện tử
định danh công ty, định danh doanh nghiệp, vneid công ty, vneid doanh nghiệp, vneid tổ chức, tài khoản cho công ty = cấp tài khoản định danh điện tử cho cơ quan, tổ chức
hộ chiếu, passport, pát po = hộ chiếu phổ thông
mất hộ chiếu, rơi hộ chiếu, rớt hộ chiếu, rớt passport, mất passport, thất lạc hộ chiếu, báo mất hộ chiếu = trình báo mất hộ chiếu
đi lào, sang lào, qua lào, biên giới lào = giấy thông hành biên giới Việt Nam – Lào
đi trung quốc, sang trung quốc, qua trung quốc, biên giới trung quốc, sổ thông hành = giấy thông hành vùng biên giới Việt Nam – Trung Quốc
lịch sử xuất cảnh, đã xuất cảnh, ngày xuất cảnh, ngày nhập cảnh, từng đi nước ngoài, chứng minh đi nước ngoài, bị cấm xuất cảnh = cung cấp thông tin liên quan đến xuất nhập cảnh
bằng lái, bằng lái xe, gplx, sân tập lái, thi bằng lái = giấy phép lái xe; sát hạch lái xe
biển số, biển số xe, bảng số xe, biển xe, cà vẹt, cavet, giấy tờ xe, giấy xe, đăng ký xe máy, đăng ký ô tô, xe máy, xe mô tô, ô tô, oto, xe hơi, xe điện = đăng ký xe, biển số xe
mua xe mới, xe mới mua, xe mới, đăng ký xe mới, làm biển số, bấm biển số, bốc biển số, ra biển số, lấy biển số, cấp biển số, biển số xe mới, đăng ký biển, ô tô mới, oto mới, xe máy mới, mua xe = đăng ký, cấp biển số xe lần đầu
mất biển số, mất biển, mất bảng số, mất đăng ký xe, mất cà vẹt, mất cavet, mất giấy tờ xe, mất giấy xe, làm lại biển số, làm lại bảng số, làm lại đăng ký xe, làm lại cà vẹt, làm lại giấy xe, gãy biển số, hỏng biển số, mờ biển số, đổi biển số, đổi biển, biển vàng = cấp lại chứng nhận đăng ký xe, biển số xe
biển tạm, biển số tạm, xe chạy tạm, giấy tạm cho xe, xe chưa có biển, biển số tạm cho xe mới = đăng ký xe tạm thời
rút hồ sơ xe, rút hồ sơ gốc xe, bán xe, sang tên xe, mua xe cũ, trả biển số, trả biển, nộp lại biển số, thu biển số, xe hỏng không đi, xe cũ nát, hủy đăng ký xe, xóa đăng ký xe = thu hồi giấy chứng nhận đăng ký, biển số xe

# quân sự
nghĩa vụ, đi nghĩa vụ, đi bộ đội, đi lính, khám nghĩa vụ, khám tuyển, nhập ngũ, tuổi nhập ngũ, nvqs = nghĩa vụ quân sự
hoãn nghĩa vụ, tạm hoãn nghĩa vụ, miễn nghĩa vụ, miễn đi lính, không phải đi lính, hoãn đi lính, không đi nghĩa vụ = miễn nghĩa vụ quân sự
chuyển nghĩa vụ, chuyển nvqs, đi học xa nghĩa vụ, chuyển đăng ký nghĩa vụ, cắt nghĩa vụ = đăng ký nghĩa vụ quân sự chuyển đi
trường quân đội, trường sĩ quan, học viện quân đội, thi quân đội, thi vào quân đội, thi sĩ quan, học sĩ quan = tuyển sinh đào tạo đại học, cao đẳng quân sự
trường công an = tuyển sinh công an

# đất đai
sổ đỏ, sổ hồng, bìa đỏ, bìa đất, thẻ đỏ, giấy đỏ, giấy hồng, giấy tờ đất, giấy tờ nhà đất, làm sổ, làm sổ đỏ, sổ đỏ lần đầu, gcnqsdđ, gcnqsdd = đăng ký đất đai, tài sản gắn liền với đất; giấy chứng nhận quyền sử dụng đất
đất chưa có sổ, đất chưa có giấy tờ, đất ông bà để lại, đất khai hoang, hợp thức hóa đất, hợp thức hóa nhà = đăng ký đất đai, tài sản gắn liền với đất lần đầu
sang tên sổ đỏ, sang tên đất, sang tên, sang sổ, mua đất, bán đất, mua bán đất, mua bán nhà, bán nhà, chuyển nhượng đất = đăng ký biến động đất đai; chuyển nhượng bất động sản; chuyển nhượng quyền sử dụng đất
cho đất, cho con đất, tặng đất, sang tên cho con, tặng cho nhà đất = tặng cho quyền sử dụng đất; nhận quà tặng là bất động sản
hiến đất, cho đất làm đường, hiến đất làm đường, góp đất làm đường, mở rộng đường, cho xã đất, cho phường đất, tặng đất cho xã, góp đất = tặng cho quyền sử dụng đất mở rộng đường giao thông
tách sổ đỏ, tách đất, chia đất, gộp thửa, tách thửa, hợp thửa = tách thửa, hợp thửa đất; đăng ký đất đai
mất sổ đỏ, mất bìa đỏ, cấp lại sổ đỏ, đổi sổ đỏ, làm lại sổ đỏ, rách sổ đỏ = cấp lại, cấp đổi giấy chứng nhận quyền sử dụng đất
sổ đỏ sai, sai sổ đỏ, sổ đỏ cấp sai, sổ đỏ cấp nhầm, cấp trùng sổ, trả lại sổ đỏ, đính chính sổ đỏ, sai tên sổ đỏ, sai diện tích sổ đỏ, cấp sai đất = thu hồi giấy chứng nhận đã cấp không đúng quy định
đất vườn ao, công nhận lại đất ở, tính lại đất ở, thêm diện tích đất ở, diện tích thổ cư, sổ đỏ cũ, sổ cấp trước 2004 = xác định lại diện tích đất ở
lên thổ cư, chuyển thổ cư, đất thổ cư, đất ở, lên đất ở, đất ruộng sang đất ở, đất vườn sang đất ở, chuyển đất ruộng, chuyển đất vườn, chuyển đất nông nghiệp, chuyển đổi đất, đổi mục đích đất = chuyển mục đích sử dụng đất
thế chấp sổ đỏ, vay ngân hàng, xóa thế chấp, cầm sổ đỏ = đăng ký biện pháp bảo đảm
tranh chấp đất, tranh chấp ranh giới, lấn đất, lấn chiếm đất, kiện đất, cãi nhau đất đai = hòa giải tranh chấp đất đai; giải quyết tranh chấp đất đai
đo đất, đo lại đất, cắm mốc = trích đo địa chính; xác định lại diện tích đất ở
thuê đất, xin đất, mượn đất, cấp đất, giao đất làm nhà, xin giao đất = giao đất, cho thuê đất
đất hết hạn, gia hạn đất, đất năm mươi năm, hết thời hạn sử dụng đất = gia hạn sử dụng đất khi hết thời hạn
trả tiền thuê đất một lần, chuyển sang trả tiền một lần, đổi hình thức thuê đất = chuyển hình thức giao đất, cho thuê đất
làm du lịch trên đất nông nghiệp, vừa trồng cây vừa kinh doanh, dựng nhà trên đất nông nghiệp = sử dụng đất kết hợp đa mục đích
nợ tiền đất, nợ tiền sử dụng đất, ghi nợ sổ đỏ, xóa nợ sổ đỏ, trả nợ tiền đất, xóa ghi nợ, thiếu tiền sử dụng đất = thanh toán, xóa nợ tiền sử dụng đất
công ty mua đất, doanh nghiệp mua đất, góp vốn bằng đất, doanh nghiệp thuê đất dân = tổ chức kinh tế nhận chuyển nhượng, thuê quyền sử dụng đất
lấn biển, lấp biển = hoạt động lấn biển

# nhà ở, xây dựng, đường
xây nhà, cất nhà, làm nhà, dựng nhà, xin xây nhà, phép xây dựng, phép xây nhà, giấy xây nhà, xây mới nhà, xây cửa hàng, xây cổng, xây tường rào, xây chùa, gpxd = cấp giấy phép xây dựng mới; giấy phép xây dựng
sửa nhà, cải tạo nhà, cơi nới, nâng tầng, lên tầng, thêm tầng, nới nhà, xây thêm, làm mái, chống dột, nâng nền = giấy phép xây dựng sửa chữa, cải tạo
gia hạn xây nhà, gia hạn phép xây dựng, giấy phép xây dựng hết hạn, chưa xây kịp, chưa khởi công = gia hạn giấy phép xây dựng
bản vẽ nhà, duyệt bản vẽ, duyệt thiết kế, thẩm định bản vẽ = thẩm định thiết kế xây dựng
quy hoạch đất, xem quy hoạch, hỏi quy hoạch, tra quy hoạch, dính quy hoạch, vướng quy hoạch, đất có quy hoạch, chứng chỉ quy hoạch, có bị giải tỏa = cung cấp thông tin quy hoạch
đào đường, đào vỉa hè, thi công vỉa hè, lòng đường, vỉa hè, chôn ống nước, chôn cáp, đặt ống nước, đấu nối nước, sửa đường = thi công công trình trên đường bộ
biển quảng cáo, bảng quảng cáo, bảng hiệu, pa nô, treo băng rôn, cắm biển, dựng biển, xe quá tải, xe quá khổ = thi công biển quảng cáo; chấp thuận vị trí, quy mô biển quảng cáo
chung cư, ban quản lý chung cư, ban quản trị, hội nghị chung cư, bầu ban quản trị = công nhận ban quản trị nhà chung cư
thuê nhà nhà nước, nhà của nhà nước, nhà tập thể, nhà công, thuê nhà cũ, nhà nhà nước = cho thuê nhà ở cũ thuộc tài sản công
xóa nhà tạm, nhà dột nát, hỗ trợ làm nhà, làm nhà cho hộ nghèo, nhà tình thương = hỗ trợ nhà ở cho hộ nghèo
chặt cây, đốn cây, chặt hạ cây, tỉa cây, cây xanh, công viên = chặt hạ, dịch chuyển cây xanh; công viên, cây xanh
khoan giếng, giếng khoan, đào giếng, nước giếng, nước ngầm, giếng = đăng ký khai thác nước dưới đất
xả thải, nước thải, môi trường = đăng ký môi trường; thuế bảo vệ môi trường

# bảo hiểm
bhxh = bảo hiểm xã hội
bảo hiểm xã hội, sổ bảo hiểm = BHXH; sổ BHXH
bhyt, thẻ bhyt, thẻ bảo hiểm, thẻ khám bệnh = bảo hiểm y tế
bảo hiểm y tế, thẻ bảo hiểm y tế = thẻ BHYT; BHYT
mua bảo hiểm y tế, mua bhyt, đóng bhyt, đóng bảo hiểm y tế, làm thẻ bhyt, làm thẻ bảo hiểm y tế, làm bảo hiểm y tế, bhyt tự nguyện, bảo hiểm y tế tự nguyện, bhyt hộ gia đình, bảo hiểm y tế gia đình, gia hạn thẻ bhyt, gia hạn bảo hiểm y tế, mua thẻ bảo hiểm, bảo hiểm y tế học sinh = đăng ký đóng, cấp thẻ BHYT người chỉ tham gia BHYT
đóng bhxh, đóng bảo hiểm xã hội, mua bhxh, bảo hiểm xã hội tự nguyện, bhxh tự nguyện, làm sổ bhxh, đóng bảo hiểm cho công nhân, báo tăng lao động, báo giảm lao động, báo tăng, báo giảm, chốt sổ = đăng ký, điều chỉnh đóng BHXH, BHYT, BHTN; cấp sổ BHXH
thất nghiệp, tiền thất nghiệp = bảo hiểm thất nghiệp; trợ cấp thất nghiệp; BHTN
mất sổ bhxh, mất sổ bảo hiểm, làm lại sổ bhxh, làm lại sổ bảo hiểm, đổi sổ bhxh, gộp sổ, gộp sổ bhxh, gộp sổ bảo hiểm, sai thông tin bhxh, sai tên trên sổ bảo hiểm, mất thẻ bhyt, mất thẻ bảo hiểm, mất bảo hiểm y tế, làm lại thẻ bhyt, làm lại thẻ bảo hiểm, đổi thẻ bhyt, đổi thẻ bảo hiểm, sửa thẻ bảo hiểm, sai thẻ bảo hiểm, rách thẻ bảo hiểm, đổi nơi khám chữa bệnh = cấp lại, đổi, điều chỉnh thông tin trên sổ BHXH, thẻ BHYT
viện phí, tiền viện phí, tiền thuốc, tiền nằm viện, thanh toán bảo hiểm y tế, thanh toán bhyt, hoàn tiền khám bệnh, đi viện, nằm viện, khám trái tuyến, không cùng chi trả = thanh toán trực tiếp chi phí khám, chữa bệnh BHYT
bảo hiểm xã hội một lần, rút bảo hiểm, rút bhxh, bhxh một lần, lấy bảo hiểm một lần, trợ cấp một lần, ra nước ngoài định cư = hưởng trợ cấp một lần
lương hưu, về hưu, nghỉ hưu, tiền hưu, hưu trí, sổ hưu, làm chế độ hưu, hưu = hưởng lương hưu, trợ cấp; chế độ hưu trí
chuyển lương hưu, chuyển nơi lĩnh lương hưu, chuyển hưu, chuyển sổ hưu, nhận lương hưu nơi khác = chuyển hưởng sang địa bàn khác người đang hưởng lương hưu
lĩnh lương qua thẻ, lãnh lương qua thẻ, nhận lương hưu qua thẻ, lương hưu qua ngân hàng, lương hưu qua tài khoản, nhận tiền qua tài khoản, nhận tiền mặt, lĩnh tiền mặt, qua thẻ atm, đổi tài khoản nhận lương = lĩnh chế độ bằng tiền mặt chuyển sang tài khoản cá nhân
lĩnh lương thay, người hưởng lương hưu chết, lương hưu người chết, lương chưa lĩnh, nhận lương hưu người mất, hưởng lương hưu mất, hưởng lương hưu vừa mất, đang lĩnh lương mất = truy lĩnh lương hưu của người hưởng đã chết
đi tù về lương hưu, ra tù hưởng lương hưu, hưởng lại lương hưu, mất tích trở về = hưởng tiếp lương hưu, người chấp hành xong hình phạt tù
cán bộ xã nghỉ, cán bộ xã già, lương hưu cán bộ xã, xã đội nghỉ hưu = hưởng lương hưu, trợ cấp hàng tháng đối với cán bộ xã
giáo viên nghỉ hưu, thầy cô nghỉ hưu, giáo viên về hưu, thâm niên nhà giáo, phụ cấp thâm niên = nhà giáo đã nghỉ hưu phụ cấp thâm niên
mất sức, mất sức lao động, hết trợ cấp mất sức = trợ cấp hàng tháng theo Quyết định 613
nghỉ đẻ, nghỉ sinh, tiền thai sản, tiền đẻ, tiền sinh, tiền sinh con, bảo hiểm sinh con, bảo hiểm thai sản, vợ sinh chồng nghỉ, sẩy thai, khám thai, đi đẻ, bầu bí, chế độ sinh, chế độ sinh đẻ, sinh đẻ, lao động nữ sinh, tiền sinh bảo hiểm = hưởng chế độ thai sản
nghỉ ốm, ốm đau, tiền ốm, ốm hưởng bảo hiểm, nghỉ bệnh, con ốm nghỉ làm, bệnh dài ngày = hưởng chế độ ốm đau
dưỡng sức, phục hồi sức khỏe, nghỉ dưỡng sau sinh = nghỉ DSPHSK sau ốm đau, thai sản
tiền tuất, chế độ tử, tiền chết, tuất, nuôi con người chết, người đóng bảo hiểm chết, chế độ tuất, hưởng tuất = chế độ tử tuất
tai nạn lao động, tai nạn làm việc, tai nạn khi làm, bị thương khi làm việc, bệnh nghề nghiệp, tnlđ, tai nạn công ty, tai nạn nhà máy, máy cán, bị thương ở xưởng = chế độ TNLĐ, BNN; BH tai nạn lao động
mai táng, mai táng phí, tiền mai táng, chôn cất, tiền ma chay, hỏa táng = hỗ trợ chi phí mai táng; trợ cấp mai táng; chế độ tử tuất

# trợ giúp xã hội, người có công
hộ nghèo, sổ nghèo, xét hộ nghèo, xin hộ nghèo, làm sổ nghèo, cận nghèo, giấy hộ nghèo, hộ khó khăn, xét nghèo = công nhận hộ nghèo, hộ cận nghèo
thoát nghèo, ra khỏi hộ nghèo, xin thoát nghèo, rút khỏi hộ nghèo, hết nghèo = công nhận hộ thoát nghèo, hộ thoát cận nghèo
người già, người cao tuổi, trợ cấp người già, trợ cấp 75 tuổi, trợ cấp 80 tuổi, tiền người già, tuổi già = trợ cấp xã hội hằng tháng; trợ cấp hưu trí xã hội; an sinh xã hội
người khuyết tật, tàn tật, giấy khuyết tật, người tàn tật = xác định mức độ khuyết tật, cấp giấy xác nhận khuyết tật
mồ côi, trẻ mồ côi, mẹ đơn thân, trợ cấp xã hội, bảo trợ xã hội, bảo trợ = trợ cấp xã hội hằng tháng; hỗ trợ kinh phí chăm sóc
gia đình liệt sĩ, con liệt sĩ, vợ liệt sĩ, bộ đội cũ, cựu chiến binh, cựu binh, bộ đội xuất ngũ, lính cũ = người có công; thương binh; liệt sĩ; quân nhân tham gia kháng chiến; xuất ngũ
thương binh, bị thương chiến tranh, vết thương cũ, giấy bị thương, chứng nhận bị thương, trợ cấp thương binh, sổ thương binh, bị thương bộ đội = giấy chứng nhận bị thương đề nghị công nhận thương binh
đi b, chiến trường, đi bộ đội chiến trường, chiến trường miền nam, đánh mỹ hưởng lương, chiến trường lào = hoạt động ở chiến trường B, C, K
chống mỹ, đánh mỹ, thời mỹ, kháng chiến, trước 1975, bộ đội chống mỹ = trực tiếp tham gia kháng chiến chống Mỹ cứu nước
biên giới tây nam, biên giới phía bắc, chiến trường campuchia, đi k, sau 1975, quyết định 62, làm nhiệm vụ quốc tế, pôn pốt, polpot, lính campuchia, đánh trung quốc, bộ đội biên giới = chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế
thanh niên xung phong, tnxp, dân công hỏa tuyến, công an xã = thanh niên xung phong, công an xã tham gia chiến tranh
du kích, dân quân, mật quốc phòng, du kích miền nam = dân quân tập trung, du kích tập trung ở miền Nam; du kích thôn, ấp
quyết định 142, bộ đội dưới 20 năm, bộ đội 15 năm, phục viên 15 năm = trợ cấp quân nhân đủ 15 đến dưới 20 năm công tác
bộ đội đủ 20 năm, bộ đội trên 20 năm, bộ đội nghỉ hưu = hưu trí quân nhân có 20 năm trở lên phục vụ
bị tâm thần bộ đội, bộ đội tâm thần, bộ đội bị điên, bệnh cũ tái phát = xuất ngũ bị bệnh cũ tái phát dẫn đến tâm thần
bị tù, bị địch bắt, tù đày, ở tù côn đảo = giấy xác nhận về thời gian tù và nơi bị tù
dự bị động viên, huấn luyện dự bị chết, quân dự bị = quân nhân dự bị; sĩ quan dự bị
con bộ đội đi học, con lính đi học, học phí con bộ đội, con bộ đội = miễn học phí con của hạ sĩ quan, binh sĩ
mất hết giấy tờ gốc, không còn giấy tờ = không còn lưu giữ được giấy tờ
chất độc da cam, da cam, dioxin = nhiễm chất độc hóa học

# kinh doanh, hợp tác xã
mở quán, mở cửa hàng, mở tiệm, mở shop, bán hàng, buôn bán, bán quán, làm ăn buôn bán, giấy phép kinh doanh, đăng ký kinh doanh, gpkd, đkkd, hkd, mở quán ăn, mở tạp hóa, mở quán cà phê = đăng ký thành lập hộ kinh doanh; hộ kinh doanh; địa điểm kinh doanh của hộ kinh doanh
đóng cửa quán, đóng cửa tiệm, đóng cửa hàng, dẹp tiệm, dẹp quán, nghỉ bán, nghỉ bán luôn, thôi bán, nghỉ kinh doanh luôn, thôi kinh doanh, không bán nữa, không kinh doanh nữa, trả giấy phép kinh doanh, giải thể hộ kinh doanh, hủy giấy phép kinh doanh, đóng cửa hộ kinh doanh, đóng cửa tạp hóa, xóa hộ kinh doanh = chấm dứt hoạt động hộ kinh doanh
tạm nghỉ bán, nghỉ bán một thời gian, nghỉ bán tạm, tạm nghỉ quán, tạm đóng cửa, đóng cửa một thời gian, nghỉ kinh doanh, tạm dừng kinh doanh, tạm dừng bán, ngưng bán, tạm ngưng, bán lại sớm, mở bán lại = tạm ngừng kinh doanh hộ kinh doanh
đổi địa điểm bán, địa chỉ bán hàng, thêm địa điểm kinh doanh, chỗ bán mới = thông báo địa điểm kinh doanh của hộ kinh doanh
htx = hợp tác xã
lập hợp tác xã, thành lập htx, mở hợp tác xã, mở htx, lập htx, vào hợp tác xã = đăng ký thành lập hợp tác xã
giải thể htx, đóng hợp tác xã, đóng htx = đăng ký giải thể hợp tác xã
đổi giám đốc hợp tác xã, đổi tên hợp tác xã, đổi địa chỉ hợp tác xã, đổi người đại diện htx, thêm ngành nghề htx, tách hợp tác xã, gộp hợp tác xã = đăng ký thay đổi nội dung đăng ký hợp tác xã
htx nghỉ, htx tạm nghỉ, tạm ngừng htx = thông báo tạm ngừng kinh doanh hợp tác xã
tổ làm ăn chung, nhóm hộ sản xuất, tổ sản xuất, lập tổ hợp tác = thông báo thành lập tổ hợp tác
cửa hàng của hợp tác xã, chi nhánh htx, mở chi nhánh = đăng ký hoạt động chi nhánh của hợp tác xã
làm giả giấy tờ, giấy tờ giả = nội dung kê khai là giả mạo
bán rượu, giấy phép bán rượu = bán lẻ rượu
bán thuốc lá = bán lẻ thuốc lá
vệ sinh an toàn thực phẩm, attp, vsattp, atvstp, an toàn vệ sinh thực phẩm, giấy an toàn thực phẩm, giấy vệ sinh = cơ sở đủ điều kiện an toàn thực phẩm
karaoke, quán net, quán game = kinh doanh dịch vụ karaoke; điểm cung cấp dịch vụ trò chơi điện tử công cộng

# thuế
mst = mã số thuế
đăng ký mã số thuế, làm mã số thuế, xin mã số thuế, mã số thuế cá nhân, làm mst, mst cá nhân, giảm trừ gia cảnh, người phụ thuộc = đăng ký thuế lần đầu cá nhân, người phụ thuộc
đóng mã số thuế, hủy mã số thuế, khóa mã số thuế, bỏ mã số thuế, trả mã số thuế, đóng mst, hủy mst = chấm dứt hiệu lực mã số thuế
đổi thông tin thuế, chuyển cơ quan thuế, chuyển quận thuế, đổi địa chỉ thuế, chuyển địa chỉ công ty = thay đổi thông tin đăng ký thuế địa chỉ trụ sở
nộp thuế, đóng thuế, đóng thuế hộ kinh doanh, thuế khoán, thuế môn bài, thuế bán hàng online, thuế tiểu thương, thuế quán = khai thuế đối với hộ kinh doanh, cá nhân kinh doanh; khai thuế
thuế đất, thuế nhà đất, đóng thuế đất = thuế sử dụng đất phi nông nghiệp
miễn thuế đất, giảm thuế đất, bão lũ giảm thuế, cháy nhà giảm thuế = miễn, giảm thuế sử dụng đất phi nông nghiệp; miễn, giảm trường hợp thiên tai
giảm tiền thuê đất, miễn tiền thuê đất = miễn tiền thuê đất, giảm tiền thuê đất
lấy lại thuế, thuế nộp thừa, nộp dư thuế, nộp nhầm thuế, đòi lại tiền thuế, trả lại thuế, đóng dư thuế, hoàn tiền thuế = hoàn nộp thừa các loại thuế; hoàn thuế
thuế bán nhà, thuế bán đất, thuế mua bán đất, thuế sang tên, thuế chuyển nhượng, thuế nhà đất khi bán, thuế cho tặng đất, thuế thừa kế = khai thuế TNCN chuyển nhượng bất động sản
thuế cho thuê nhà, cho thuê nhà, cho thuê trọ, cho thuê phòng trọ, thuế nhà trọ, thuế thuê nhà = khai thuế cá nhân có bất động sản cho thuê
tncn, thuế tncn = thuế thu nhập cá nhân
thuế thu nhập, thuế thu nhập cá nhân, thuế lương = thuế TNCN; thuế thu nhập cá nhân tiền lương, tiền công
quyết toán thuế, quyết toán thuế thu nhập cá nhân, quyết toán tncn, tự quyết toán = khai quyết toán thuế cá nhân tiền lương, tiền công
trước bạ, thuế trước bạ, lệ phí trước bạ = khai lệ phí trước bạ
trước bạ nhà, trước bạ đất, trước bạ sổ đỏ = khai lệ phí trước bạ nhà, đất
trước bạ xe, trước bạ ô tô, thuế mua xe, trước bạ xe máy = khai lệ phí trước bạ đối với tài sản khác
vat, thuế vat, thuế giá trị gia tăng, giá trị gia tăng = thuế GTGT
gtgt = giá trị gia tăng
tndn, thuế công ty, thuế doanh nghiệp = thuế thu nhập doanh nghiệp; thuế TNDN
thuế thu nhập doanh nghiệp = thuế TNDN
hóa đơn, hóa đơn điện tử, xuất hóa đơn, hóa đơn đỏ, hddt, mua hóa đơn = đăng ký sử dụng hóa đơn điện tử
hóa đơn sai, hóa đơn viết sai, sai hóa đơn, xuất sai hóa đơn, hủy hóa đơn, chứng từ sai, hóa đơn nhầm, lập sai hóa đơn, viết nhầm hóa đơn = xử lý chứng từ điện tử đã lập sai
nợ thuế, nộp thuế dần, trả góp thuế, trả thuế từ từ, nộp thuế từ từ, nợ tiền thuế, chia nhỏ tiền thuế = nộp dần tiền thuế nợ
xác nhận thuế, xác nhận nộp thuế, không nợ thuế, giấy xác nhận nộp thuế = xác nhận thực hiện nghĩa vụ thuế
đại lý thuế, thuê kế toán = dịch vụ của đại lý thuế
bán bảo hiểm, xổ số, bán vé số, đại lý vé số, bán hàng đa cấp = đại lý xổ số, đại lý bảo hiểm
bán hàng online, bán shopee, sàn thương mại, tiktok shop, sàn tmđt = sàn giao dịch thương mại điện tử; cá nhân kinh doanh
tem rượu, tem thuốc lá, tem điện tử = tem điện tử thuốc lá, tem điện tử rượu
chơi chứng khoán, cổ phiếu thưởng, cổ tức = cổ tức bằng chứng khoán; cổ tức, lợi nhuận được chia
trúng số, tiền nước ngoài gửi về, thu nhập nước ngoài = thu nhập bản quyền, trúng thưởng trả từ nước ngoài
được tặng xe, thừa kế xe, tặng xe = thu nhập từ nhận thừa kế, quà tặng là tài sản khác
khai thác cát, khai thác đá, mỏ đá, mỏ cát = khoáng sản; thuế tài nguyên
tài khoản ngân hàng báo thuế, số tài khoản, ví điện tử = thông tin số tài khoản, số hiệu ví điện tử

# nông nghiệp, rừng, sông, biển
nuôi tôm, nuôi cá, nuôi hàu, lồng bè, nuôi lồng, nuôi bè, bè cá, nuôi hải sản, cá bè, cá lồng = nuôi trồng thủy sản lồng bè; khu vực biển để nuôi trồng thủy sản
mặt nước biển, thuê mặt biển, xin mặt biển, khu nuôi biển = khu vực biển để nuôi trồng thủy sản
đồng quản lý, tổ cộng đồng = giao quyền quản lý cho tổ chức cộng đồng
ghe, thuyền, tàu, sà lan, đăng ký ghe, đăng ký tàu, đăng ký thuyền, giấy tờ ghe, giấy tờ tàu = đăng ký phương tiện; giấy chứng nhận đăng ký phương tiện
mất giấy tờ ghe, mất giấy tờ tàu, mất đăng ký tàu, mất đăng ký ghe, làm lại giấy tàu, làm lại giấy ghe = cấp lại giấy chứng nhận đăng ký phương tiện
mua lại ghe, mua bán ghe, mua bán tàu, bán ghe, bán tàu, sang tên ghe, sang tên tàu, sang tên thuyền = đăng ký lại phương tiện trong trường hợp chuyển quyền sở hữu
bỏ ghe, ghe hư, tàu chìm, tàu hỏng, phá dỡ tàu, xóa đăng ký tàu, xóa đăng ký ghe = xóa đăng ký phương tiện
thuyền thúng, đạp vịt, xuồng hơi, mô tô nước, chèo thuyền, trò chơi dưới nước, du lịch sông nước = phương tiện vui chơi, giải trí dưới nước
bến đò, bến phà, bến sông, bến đò ngang, mở bến, lập bến = hoạt động bến khách ngang sông; bến thủy nội địa
bến thuyền, bến cát, bến bãi, cảng sông = bến thủy nội địa
đóng bến, đóng bến đò, bỏ bến, ngừng bến, đóng cảng = công bố đóng cảng, bến thủy nội địa
gia hạn bến, bến hết hạn = gia hạn hoạt động cảng, bến thủy nội địa
tàu đánh cá, ghe cá, đi biển, đánh bắt xa bờ, ra khơi = tàu cá; khai thác thủy sản
xuống tàu, lên tàu, lên tàu nước ngoài, lên tàu làm việc = giấy phép xuống tàu
cửa khẩu, biên phòng, qua cửa khẩu, làm thủ tục cửa khẩu = thủ tục biên phòng điện tử cửa khẩu
tàu du lịch, du thuyền, thuyền buồm, tàu khách quốc tế = tàu chở khách du lịch quốc tế; tàu thuyền buồm, du thuyền
tàu chiến, tàu hải quân = tàu quân sự nước ngoài
thiên tai, bão lũ, thiệt hại do bão, mất mùa, dịch bệnh = hỗ trợ khôi phục sản xuất; thiên tai, dịch bệnh
chống bão, phòng chống bão lụt, cứu nạn, xung kích = lực lượng xung kích phòng chống thiên tai
kênh mương, mương nội đồng, thủy lợi, tưới tiêu, tưới nhỏ giọt, làm mương = thủy lợi nhỏ, thủy lợi nội đồng và tưới tiên tiến
hỗ trợ sản xuất, hỗ trợ con giống, xin con giống, xin cây giống, hỗ trợ bò, hỗ trợ chăn nuôi, hỗ trợ trồng trọt, dự án nông thôn, bò giống, giống cây, giống vật nuôi, hỗ trợ giống, heo giống = hỗ trợ phát triển sản xuất cộng đồng
liên kết sản xuất, chuỗi giá trị, bao tiêu sản phẩm, chuỗi liên kết = dự án phát triển sản xuất liên kết theo chuỗi giá trị
trồng lúa, đất lúa, chuyển đổi cây trồng = chuyển đổi cơ cấu cây trồng trên đất trồng lúa
chặt rừng, lấy gỗ, đốn gỗ, khai thác gỗ, chặt keo, chặt cây rừng, bán gỗ, khai thác keo, khai thác rừng trồng, đốn rừng, lấy măng = khai thác gỗ, thực vật rừng
trồng rừng, vay trồng rừng, vay vốn trồng rừng, tiền trồng rừng = hỗ trợ tín dụng đầu tư trồng rừng gỗ lớn
rừng bị cháy, rừng gãy đổ, bão đổ rừng, rừng thiệt hại, keo gãy đổ, keo đổ, bão quật cây, cây bị bão = kiểm tra hiện trường rừng trồng bị thiệt hại
nhận rừng, thuê rừng, xin rừng, khoán rừng, giao khoán rừng = giao rừng, cho thuê rừng
chuyển đất rừng, phá rừng làm nhà, đất rừng = chuyển mục đích sử dụng rừng
du lịch rừng, quản lý rừng, du lịch sinh thái = phương án quản lý rừng bền vững
vay vốn, vay tiền, vay ngân hàng chính sách = hỗ trợ tín dụng; vốn vay

# trật tự, tòa án, tài chính công, giáo dục, văn hóa
pccc = phòng cháy, chữa cháy
bị đình chỉ, mở cửa lại sau khi bị đình chỉ, cháy phòng trọ, hoạt động lại sau đình chỉ, khắc phục cháy nổ = phục hồi hoạt động của cơ sở
kiếm, đao, súng, gươm, dao găm, vũ khí cổ, súng cổ, đồ cổ là vũ khí, trưng bày súng = khai báo vũ khí thô sơ
dân phòng, tổ an ninh, bảo vệ dân phố, bảo vệ thôn, vào tổ bảo vệ, tổ bảo vệ, xin vào an ninh cơ sở = tuyển chọn tổ viên tổ bảo vệ an ninh, trật tự
hòa giải = hòa giải ở cơ sở; hòa giải viên
tiền hòa giải, tiền hòa giải viên, bồi dưỡng hòa giải = thanh toán thù lao cho hòa giải viên
khiếu nại, thưa kiện, kiện = giải quyết khiếu nại
tố cáo, đơn tố cáo, tố giác, tố cáo công an, kiện công an, công an làm sai, công an đánh người, thưa công an, khiếu nại công an = giải quyết tố cáo đối với lực lượng công an
góp ý = phản ánh, kiến nghị
gặp lãnh đạo, gặp chủ tịch, tiếp dân = tiếp công dân
bản án, xin bản án, sao bản án, trích lục bản án, hồ sơ tòa, bản án ly hôn, quyết định ly hôn, quyết định tòa án = cấp sao bản án, tài liệu trong hồ sơ vụ án
giấy tòa, giấy triệu tập, giấy mời tòa, nhận giấy tòa qua mạng, tòa gửi giấy = nhận thông báo, văn bản tố tụng bằng phương tiện điện tử
không ai thừa kế, tài sản vô chủ, không có người nhận, đất vô chủ = tài sản không có người thừa kế
kho bạc, kbnn = kho bạc nhà nước; giao dịch tại KBNN
kho bạc nhà nước = KBNN
đóng tài khoản kho bạc = tất toán tài khoản KBNN
oda, vốn vay nước ngoài, viện trợ = vốn vay ODA, vốn nước ngoài
mở trường, mở nhà trẻ, nhóm trẻ, trường mầm non tư = thành lập nhóm trẻ, lớp mẫu giáo độc lập
xin học, nhập học = chuyển trường; tuyển sinh
học phí, giảm học phí = miễn, giảm học phí; miễn học phí
chùa, nhà thờ, đình, cúng = hoạt động tín ngưỡng, tôn giáo; lễ hội
khen thưởng, giấy khen, bằng khen, gia đình văn hóa = tặng giấy khen; danh hiệu gia đình văn hóa
cai nghiện, nghiện ma túy, ma túy = cai nghiện ma túy

# việc làm với giấy tờ, nói chung
mất, thất lạc, hỏng, rách, làm lại, xin lại = cấp lại; cấp đổi
sửa, chỉnh sửa, sai, đính chính = điều chỉnh, thay đổi; sửa đổi, bổ sung
hủy, bỏ, cắt = xóa; chấm dứt; thu hồi
nghỉ, đóng cửa, thôi = chấm dứt; tạm ngừng
hết hạn, quá hạn, thêm thời gian = gia hạn
mở, lập = thành lập; đăng ký
mua lại = chuyển quyền sở hữu
tiền, chế độ = trợ cấp; hỗ trợ

làm mới = lần đầu; cấp mới

# cách viết tắt
dk, đk, đki, đ/k = đăng ký
gcn = giấy chứng nhận
ubnd = ủy ban nhân dân
hđnd = hội đồng nhân dân
tthc = thủ tục hành chính
cchc = cải cách hành chính
dvc, dvctt = dịch vụ công trực tuyến
qsdđ, qsdd = quyền sử dụng đất
csdl = cơ sở dữ liệu
ttpvhcc = trung tâm phục vụ hành chính công
bộ phận một cửa = trung tâm phục vụ hành chính công

# lời ở mỗi miền: một tiếng thay cho một tiếng
lãnh = lĩnh; nhận
rớt, rơi, lạc = mất
má, bu, bầm = mẹ
ba, bố, tía = cha
mướn = thuê
vô = vào
coi = xem
hư, gãy, vỡ, bể = hỏng
dời = chuyển
cất, dựng = xây
đốn, cưa = chặt
nhầm, lộn = sai
bệnh, đau = ốm
sanh, đẻ = sinh
tậu, sắm = mua
ngưng = ngừng
dư = thừa
thiếu = nợ
tiệm, sạp, shop = quán
bìa = sổ
chữa, chỉnh = sửa
mộc = dấu
bé = trẻ; con
lụt = bão
xuồng, đò = thuyền; ghe
trâu, heo, lợn = bò
"""


@lru_cache(maxsize=4)
def meanings(own: tuple[Synonym, ...]) -> tuple[Synonym, ...]:
    """The unit's lines, then those of the program of which the unit says nothing; a line that means nothing goes."""
    typed = {one.casefold() for line in own for one in line.said}
    built_in = (Synonym(tuple(one for one in line.said if one.casefold() not in typed), line.official) for line in read_synonyms(EVERYDAY)[0])
    return tuple(line for line in (*own, *built_in) if line.said and line.official)
