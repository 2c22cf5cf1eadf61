package convert_test

import "testing"

// TestYear has the evidence for a year that the date does not say, in the
// order of its weight.
func TestYear(t *testing.T) {
	check(t, date, []row{
		{"云岫县委工作会议召开\n发布时间：2024-07-05 来源：云岫日报\n7月3日，云岫县委召开工作会议。", "2024-07-03? published"},
		{"云岫县委工作会议召开\n发布时间：2024-01-02\n12月29日，云岫县委召开工作会议。", "2023-12-29? published"},
		{"云岫县委工作会议召开\n2024-07-05\n7月3日，云岫县委召开工作会议。", "2024-07-03? published"},
		{"7月3日（星期三），云岫县委召开工作会议，回顾2023年工作。", "2024-07-03? weekday"},
		{"1月5日，云岫县委召开全会，部署2024年经济工作。", "2024-01-05? work-year"},
		{"12月28日，云岫县委召开全会，部署2024年工作。", "2023-12-28? work-year"},
		{"1月5日，云岫县委召开全会。会议强调，做好2024年工作，要稳中求进。", "2024-01-05? work-year"},
		{"9月30日，云岫县举行座谈会，庆祝中华人民共和国成立75周年。", "2024-09-30? anniversary"},
		{"6月30日，云岫县举行座谈会，庆祝中国共产党成立103周年。", "2024-06-30? anniversary"},
		{"9月9日，云岫县举行座谈会，庆祝第40个教师节。", "2024-09-09? anniversary"},
		{"1月5日，云岫县委召开全会。去年，全县完成投资12亿元。2023年，全县新建学校3所。", "2024-01-05? context"},
	})
}

func TestYearUndecided(t *testing.T) {
	check(t, date, []row{
		{"7月3日，云岫县委召开工作会议。", "XXXX-07-03"},
		{"7月3日至4日，云岫县委召开工作会议。", "XXXX-07-03/XXXX-07-04"},
		{"7月3日，云岫县委召开工作会议，部署2024年工作、谋划2025年工作。", "XXXX-07-03"},
	})
	check(t, codes, []row{{"7月3日，云岫县委召开工作会议。", "year-unknown"}})
}

// TestDayOnly completes a day without a month from the day of publication.
func TestDayOnly(t *testing.T) {
	check(t, date, []row{
		{"云岫县委工作会议召开\n发布时间：2024-07-05\n云岫县委工作会议3日在县城召开。", "2024-07-03? published"},
		{"云岫县委工作会议召开\n发布时间：2024-07-02\n云岫县委工作会议30日在县城召开。", "2024-06-30? published"},
		{"云岫县委工作会议3日在县城召开。", ""},
	})
}
