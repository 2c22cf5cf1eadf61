package main

import (
	"os"
	"strings"
)

// The messages of the command. Each says what is wrong and what to do next.
var (
	unknownFlag = words{
		"unknown flag %s",
		"没有选项 %s",
		"沒有選項 %s"}
	needsValue = words{
		"flag %s needs a value",
		"选项 %s 缺少取值",
		"選項 %s 缺少值"}
	badValue = words{
		"flag %s cannot be %q",
		"选项 %s 不能是 %q",
		"選項 %s 不能是 %q"}
	badChoice = words{
		"flag %s cannot be %q: use %s",
		"选项 %s 不能是 %q：可用 %s",
		"選項 %s 不能是 %q：可用 %s"}
	badLanguage = words{
		"flag %s cannot be %q: use zh-Hans, zh-Hant or en",
		"选项 %s 不能是 %q：可用 zh-Hans、zh-Hant 或 en",
		"選項 %s 不能是 %q：可用 zh-Hans、zh-Hant 或 en"}
	noSuchCommand = words{
		"there is no command %q: use one of %s",
		"没有命令 %q：可用 %s",
		"沒有指令 %q：可用 %s"}
	meantConvert = words{
		"there is no command %q: to convert that file, write gongbao convert %[1]s",
		"没有命令 %q：要转换该文件，请用 gongbao convert %[1]s",
		"沒有指令 %q：要轉換該檔案，請用 gongbao convert %[1]s"}
	noSuchTopic = words{
		"there is no help on %q: use one of %s",
		"没有关于 %q 的帮助：可用 %s",
		"沒有關於 %q 的說明：可用 %s"}
	noArguments = words{
		"%s takes no %q",
		"%s 不接受 %q",
		"%s 不接受 %q"}
	noInput = words{
		"nothing to convert: name files or folders, or - for standard input",
		"没有要转换的内容：请给出文件或文件夹，或用 - 表示标准输入",
		"沒有要轉換的內容：請給出檔案或資料夾，或用 - 表示標準輸入"}
	stdinNeedsOutput = words{
		"standard input has no folder: say where the output goes with -o FOLDER or -o -",
		"标准输入没有所在文件夹：请用 -o 文件夹 或 -o - 指明输出位置",
		"標準輸入沒有所在資料夾：請用 -o 資料夾 或 -o - 指明輸出位置"}
	oneOutput = words{
		"standard output takes one output: give one file, one format (such as -t json) and one variant",
		"标准输出只容一个结果：请只给一个文件、一种格式（如 -t json）和一种用字",
		"標準輸出只容一個結果：請只給一個檔案、一種格式（如 -t json）和一種用字"}
	binaryToTerminal = words{
		"%s is binary and would upset the terminal: send it to a file (> a.%[1]s), or give a folder with -o",
		"%s 是二进制格式，不宜显示在终端：请存入文件（> a.%[1]s），或用 -o 指定文件夹",
		"%s 是二進位格式，不宜顯示在終端機：請存入檔案（> a.%[1]s），或用 -o 指定資料夾"}
	outputIsFile = words{
		"-o %s is a file: name a folder, or use -o - for standard output",
		"-o %s 是文件：请指定文件夹，或用 -o - 表示标准输出",
		"-o %s 是檔案：請指定資料夾，或用 -o - 表示標準輸出"}
	outputLooksLikeFile = words{
		"-o %s looks like a file: name a folder, or use -t %s -o - > %[1]s",
		"-o %s 像是文件名：请指定文件夹，或用 -t %s -o - > %[1]s",
		"-o %s 像是檔名：請指定資料夾，或用 -t %s -o - > %[1]s"}
	needsProfile = words{
		"name one script configuration: %s",
		"请给出一种转换配置：%s",
		"請給出一種轉換設定：%s"}
	noProfile = words{
		"there is no script configuration %q: use one of %s",
		"没有转换配置 %q：可用 %s",
		"沒有轉換設定 %q：可用 %s"}

	proseOnly = words{
		"flag %s works with the configurations %s only",
		"选项 %s 只适用于配置 %s",
		"選項 %s 只適用於設定 %s"}
	needsVariant = words{
		"flag %s needs a wording to convert to: add --variant cn, tw or hk",
		"选项 %s 须指明要转换成的用字：请加上 --variant cn、tw 或 hk",
		"選項 %s 須指明要轉換成的用字：請加上 --variant cn、tw 或 hk"}
	noOutput = words{
		"--explain prints to standard output: leave out -o",
		"--explain 在标准输出显示：请去掉 -o",
		"--explain 在標準輸出顯示：請去掉 -o"}
	badFile = words{
		"%s %s: %v",
		"%s %s：%v",
		"%s %s：%v"}
	notWorkbook = words{
		"flag --merge cannot be %q: name a file that ends in .xlsx",
		"选项 --merge 不能是 %q：请给出以 .xlsx 结尾的文件名",
		"選項 --merge 不能是 %q：請給出以 .xlsx 結尾的檔名"}
	nothingToPrint = words{
		"--pdf-text no and --pdf-tables none leave nothing to print: allow one of them",
		"--pdf-text no 与 --pdf-tables none 同用则没有内容可排：请保留其一",
		"--pdf-text no 與 --pdf-tables none 同用則沒有內容可排：請保留其一"}
	needsOfficial = words{
		"the head of an official document needs --pdf-profile gb9704",
		"红头、版记须与 --pdf-profile gb9704 同用",
		"紅頭、版記須與 --pdf-profile gb9704 同用"}
	needsOrgan = words{
		"--pdf-number and --pdf-signer stand below the issuing body: add --pdf-organ",
		"--pdf-number、--pdf-signer 在发文机关标志之下：请加上 --pdf-organ",
		"--pdf-number、--pdf-signer 在發文機關標誌之下：請加上 --pdf-organ"}
	badFont = words{
		"flag --font cannot be %q: write ROLE=FILE with one of the roles %s",
		"选项 --font 不能是 %q：请写作 角色=文件，角色可用 %s",
		"選項 --font 不能是 %q：請寫作 角色=檔案，角色可用 %s"}
	noFonts = words{
		"--font-dir %s holds no font file of a known name, such as %s: name the files with --font",
		"--font-dir %s 中没有已知文件名的字体（如 %s）：请用 --font 直接指名",
		"--font-dir %s 中沒有已知檔名的字型（如 %s）：請用 --font 直接指名"}

	seeHelp = words{
		"see gongbao help %s",
		"详见 gongbao help %s",
		"詳見 gongbao help %s"}
	withHelp = words{
		"%s (%s)",
		"%s（%s）",
		"%s（%s）"}
	warning = words{
		"%s: warning: %s",
		"%s：警告：%s",
		"%s：警告：%s"}
	failure = words{
		"%s: %s",
		"%s：%s",
		"%s：%s"}
	converted = words{
		"%s: converted to %s",
		"%s：已转换为 %s",
		"%s：已轉換為 %s"}
	summary = words{
		"%d converted, %d failed",
		"已转换 %d 个，失败 %d 个",
		"已轉換 %d 個，失敗 %d 個"}
	merging = words{
		"%d merged into %s",
		"已将 %d 个汇总到 %s",
		"已將 %d 個彙總到 %s"}
	stopped = words{
		"interrupted: %d converted, nothing left half written; run the same command again to convert the rest",
		"已中断：已转换 %d 个，没有写了一半的文件；再次运行同一命令可继续",
		"已中斷：已轉換 %d 個，沒有寫了一半的檔案；再次執行同一指令可繼續"}
)

func unknownCommand(name string) error {
	if _, err := os.Stat(name); err == nil {
		return meantConvert.with(name)
	}
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return noSuchCommand.with(name, strings.Join(names, ", "))
}
