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
