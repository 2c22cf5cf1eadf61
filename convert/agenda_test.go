package convert_test

import "testing"

// minutes is the header that makes a document minutes.
const minutes = "望溪花園業主立案法團會議紀錄\n日期：2024年7月3日\n地點：會所\n主席：田秀禾\n出席：秦望舒\n"

// TestAgenda has what minutes resolve on the items of their agenda.
func TestAgenda(t *testing.T) {
	check(t, priorities, []row{
		{minutes + "二、外牆維修\n2.1 管理處須於2024年8月31日前取得報價。【跟進：管理處】", ": 外牆維修 > 管理處須於2024年8月31日前取得報價"},
		{minutes + "一、外牆維修工程\n決議：由管理處取得三家報價，下次會議再議。", "決議: 外牆維修工程 > 由管理處取得三家報價"},
		{minutes + "一、外牆維修工程\n決議：照案通過。", ""},
		{minutes + "案由：外牆維修工程案。\n決議：請管理處於2024年7月31日前取得報價。", "決議: 外牆維修工程案 > 請管理處於2024年7月31日前取得報價"},
		{minutes + "二、停車場照明\n決議：\n（一）更換燈具。\n（二）增設感應器。", "決議: 停車場照明 > 更換燈具; 決議: 增設感應器"},
		{minutes + "二、停車場照明\n主席裁示：請總務處檢修。", "主席裁示: 停車場照明 > 請總務處檢修"},
	})
	check(t, owners, []row{
		{minutes + "案由：外牆維修工程案。\n決議：請管理處於2024年7月31日前取得報價。", "管理處 by 2024-07-31"},
		{minutes + "案由：外牆維修工程案。\n決議：請工務組會同管理處研議方案。", "工務組 with 管理處"},
	})
}

// TestHeaders has the lines that open minutes.
func TestHeaders(t *testing.T) {
	check(t, attendees, []row{
		{"時　　間：113年5月14日\n出席委員：盧映雪　　沈　瀾　　張簡承恩\n（委員出席3人）\n請假委員：游景勝\n列席人員：教育局局長曾柏諺及相關人員\n主　　席：盧召集委員映雪\n紀　　錄：秘　書　蕭子晴",
			"盧映雪 召集委員: attended presided; 沈瀾(沈　瀾): attended; 張簡承恩: attended; 游景勝: absent; 曾柏諺 教育局局長: nonvoting; 蕭子晴 秘　書: recorded; {委員} 3人: attended; {相關人員}: nonvoting"},
		{"会议时间：2024年7月3日\n主持：田秀禾\n出席：秦望舒、顾长川\n列席：卓砚秋\n请假：裴云舟\n记录：温景澜",
			"田秀禾: presided; 秦望舒: attended; 顾长川: attended; 卓砚秋: nonvoting; 裴云舟: absent; 温景澜: recorded"},
	})
	check(t, meetings, []row{
		{minutes, "望溪花園業主立案法團會議 @會所 <望溪花園業主立案法團> by 田秀禾"},
		{"澄川市議會第4屆第2次定期會教育文化委員會第3次會議議事錄\n時間：113年5月14日\n地點：本會二樓\n主席：田秀禾", "澄川市議會第4屆第2次定期會教育文化委員會第3次會議 4.3 @本會二樓 <澄川市議會第4屆第2次定期會教育文化委員會> by 田秀禾"},
	})
}
