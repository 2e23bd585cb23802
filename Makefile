# Every target is one command that also works without make:  python -m commands <verb> --help
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
RUN = $(or $(PYTHON),$(error Cần Python 3.11 trở lên)) -m commands
IN = $(if $(CONTENT),--content "$(CONTENT)")
FROM = $(IN) $(if $(NOW),--now "$(NOW)")
AT = $(IN) $(if $(PUBLIC),--public "$(PUBLIC)")
TO = $(foreach name,$(TARGET),--target "$(name)") $(if $(TAKEOVER),--takeover)

.DEFAULT_GOAL := help
.PHONY: help publish rollback verify-site log check serve new preview waiting import print radio share visits report test golden audit bench bench-search theme-guide

help: ## Liệt kê các lệnh
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

publish: ## Kiểm tra, dựng, đăng, gửi đi (TARGET=nơi-đăng DRY=1 GONE=1 TAKEOVER=1 URGENT="lý do" CONTENT=… PUBLIC=… NOW=…)
	@$(RUN) publish $(FROM) $(if $(PUBLIC),--public "$(PUBLIC)") $(TO) $(if $(DRY),--dry-run) $(if $(GONE),--gone) $(if $(URGENT),--urgent "$(URGENT)")

rollback: ## Đặt lại bản trước ở máy này và các nơi đăng (TARGET=nơi-đăng RESEND=1 để chỉ gửi lại)
	@$(RUN) rollback $(AT) $(TO) $(if $(RESEND),--resend)

verify-site: ## So trang đang chạy với bản đã đăng (TARGET=nơi-đăng hoặc URL=địa-chỉ)
	@$(RUN) verify-site $(AT) $(if $(TARGET),--target "$(TARGET)") $(if $(URL),--url "$(URL)")

log: ## Xem và soát nhật ký đăng (PUBLIC=thư-mục LAST=số-lượt ALL=1)
	@$(RUN) log $(if $(PUBLIC),--public "$(PUBLIC)") $(if $(LAST),--last "$(LAST)") $(if $(ALL),--all)

check: ## Chỉ kiểm tra nội dung, không ghi gì (CONTENT=thư-mục FORMAT=text|json|html OUT=tệp)
	@$(RUN) check $(FROM) $(if $(FORMAT),--format "$(FORMAT)") $(if $(OUT),--out "$(OUT)")

serve: ## Xem thử trên máy này, tự dựng lại khi sửa (CONTENT=thư-mục PORT=8000)
	@$(RUN) serve $(FROM) $(if $(PORT),--port "$(PORT)")

new: ## Tạo bài mới (KIND=tin|thu-tuc|van-ban|trang|hoi-dap|phan-anh TITLE="Tiêu đề" CATEGORY="Chuyên mục")
	@$(RUN) new $(FROM) --title "$(TITLE)" $(if $(KIND),--kind "$(KIND)") $(if $(CATEGORY),--category "$(CATEGORY)")

preview: ## Làm một tệp HTML của một bài, kể cả bài nháp, để gửi người duyệt (ITEM=tệp OUT=thư-mục-hoặc-tệp)
	@$(RUN) preview $(FROM) $(if $(PUBLIC),--public "$(PUBLIC)") --item "$(ITEM)" $(if $(OUT),--out "$(OUT)")

waiting: ## Kể những bài đang chờ duyệt (CONTENT=thư-mục)
	@$(RUN) waiting $(FROM)

import: ## Nhập tin từ Word, trang cũ, hoặc thủ tục (SRC=tệp-hoặc-thư-mục APPLY=1 để ghi KIND=tin-tuc|trang|van-ban CATEGORY="Chuyên mục" DATE=ngày)
	@$(RUN) import $(FROM) --src "$(SRC)" $(if $(APPLY),--apply) $(if $(KIND),--kind "$(KIND)") $(if $(CATEGORY),--category "$(CATEGORY)") $(if $(DATE),--date "$(DATE)")

print: ## In thủ tục ra PDF khổ A4 để niêm yết (CODE=mã SECTOR="Lĩnh vực" ALL=1 OUT=thư-mục)
	@$(RUN) print $(FROM) $(if $(OUT),--out "$(OUT)") $(if $(CODE),--code "$(CODE)") $(if $(SECTOR),--sector "$(SECTOR)") $(if $(ALL),--all)

radio: ## Soạn kịch bản phát thanh của một tháng theo lịch (PERIOD=2026-03 MINUTES=15 SPEAK=1 OUT=thư-mục)
	@$(RUN) radio $(FROM) --period "$(PERIOD)" $(if $(MINUTES),--minutes "$(MINUTES)") $(if $(OUT),--out "$(OUT)") $(if $(SPEAK),--speak)

share: ## Làm lời ngắn và hình để chia sẻ một bài lên Zalo, Facebook (ITEM=tệp-hoặc-địa-chỉ OUT=thư-mục)
	@$(RUN) share $(FROM) --item "$(ITEM)" $(if $(OUT),--out "$(OUT)")

visits: ## Đếm lượt truy cập từ nhật ký máy chủ web (LOG="tệp …" FORMAT=COMBINED CONTENT=thư-mục)
	@$(RUN) visits $(IN) $(foreach file,$(or $(wildcard $(LOG)),$(LOG)),--log "$(file)") $(if $(FORMAT),--log-format "$(FORMAT)")

report: ## Lập báo cáo của kỳ: kế hoạch, kết quả, minh chứng, tự chấm (PERIOD=2026|2026-H1|2026-Q2|2026-03 CALENDAR=1 OUT=thư-mục)
	@$(RUN) report $(AT) $(if $(NOW),--now "$(NOW)") --period "$(PERIOD)" $(if $(CALENDAR),--calendar) $(if $(OUT),--out "$(OUT)")

theme-guide: ## Dựng trang ví dụ của mọi thành phần giao diện, với màu của đơn vị (CONTENT=thư-mục OUT=thư-mục)
	@$(RUN) theme-guide $(IN) $(if $(OUT),--out "$(OUT)")

test: ## Chạy toàn bộ kiểm thử của chương trình
	@$(RUN) test $(TESTS)

golden: ## Ghi lại các trang mẫu dùng để so từng byte (dành cho người phát triển)
	@$(RUN) golden

audit: ## Đo từng loại trang: dung lượng, Lighthouse, axe, lời đọc màn hình (KINDS=tên,tên ROUNDS=1 CONTENT=… OUT=thư-mục NOW=…)
	@$(RUN) audit $(FROM) $(if $(OUT),--out "$(OUT)") $(if $(KINDS),--kinds "$(KINDS)") $(if $(ROUNDS),--rounds "$(ROUNDS)")

bench: ## Đo tốc độ dựng trang bên cạnh Pelican gốc và Hugo (N=10000 ROUNDS=3 TOOLS=cchc,hugo STEPS=cold,none GROWTH=1 JSON=tệp WORK=thư-mục)
	@$(RUN) bench $(if $(N),--n "$(N)") $(if $(ROUNDS),--rounds "$(ROUNDS)") $(if $(TOOLS),--tools "$(TOOLS)") $(if $(STEPS),--steps "$(STEPS)") $(if $(GROWTH),--growth) $(if $(JSON),--json "$(JSON)") $(if $(WORK),--work "$(WORK)")

bench-search: ## Đo ô tìm kiếm trên điện thoại mô phỏng và tỷ lệ tìm thấy (CONTENT=thư-mục QUERIES=tệp.tsv N="320 3000 10000" JSON=tệp NOW=…)
	@$(RUN) bench-search $(FROM) $(if $(QUERIES),--queries "$(QUERIES)") $(addprefix --n ,$(N)) $(if $(JSON),--json "$(JSON)")
