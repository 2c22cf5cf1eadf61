package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"gongbao/convert/batch"
	"gongbao/fonts"
)

// The reasons why a file cannot be read or written, with the next step.
var (
	noSuchFile = words{
		"there is no such file: check the name",
		"没有这个文件：请核对名称",
		"沒有這個檔案：請核對名稱"}
	mayNotRead = words{
		"it may not be read: ask for permission, or copy it to a folder of yours",
		"无权读取：请取得权限，或复制到自己的文件夹",
		"無權讀取：請取得權限，或複製到自己的資料夾"}
	mayNotWrite = words{
		"the folder may not be written to: give another with -o",
		"无权写入该文件夹：请用 -o 另指文件夹",
		"無權寫入該資料夾：請用 -o 另指資料夾"}
	diskFull = words{
		"the disk is full: free some space, then convert again",
		"磁盘已满：请腾出空间后再转换",
		"磁碟已滿：請騰出空間後再轉換"}
	isFolder = words{
		"there is a folder of that name: rename it, or give another folder with -o",
		"已有同名文件夹：请为其改名，或用 -o 另指文件夹",
		"已有同名資料夾：請為其改名，或用 -o 另指資料夾"}
	isNoFolder = words{
		"part of the path is a file, not a folder: check it",
		"路径中有一段是文件而不是文件夹：请核对",
		"路徑中有一段是檔案而不是資料夾：請核對"}
	nameTooLong = words{
		"the name is too long: shorten it",
		"名称太长：请缩短",
		"名稱太長：請縮短"}
	cannotWrite = words{
		"cannot write %s: %s",
		"无法写入 %s：%s",
		"無法寫入 %s：%s"}
	standardOutput = words{"standard output", "标准输出", "標準輸出"}
	collides       = words{
		"%s would both become %s: rename one of them, or convert them into different folders; nothing was written",
		"%s 都会写成 %s：请为其一改名，或分别转换到不同文件夹；尚未写入任何文件",
		"%s 都會寫成 %s：請為其一改名，或分別轉換到不同資料夾；尚未寫入任何檔案"}
	overwrites = words{
		"would overwrite the input %s: give another folder with -o, or other formats with -t; nothing was written",
		"会覆盖输入文件 %s：请用 -o 另指文件夹，或用 -t 另选格式；尚未写入任何文件",
		"會覆蓋輸入檔案 %s：請用 -o 另指資料夾，或用 -t 另選格式；尚未寫入任何檔案"}
	nothingThere = words{
		"the folder holds no file that can be converted: it takes %s files; name other text files themselves",
		"文件夹中没有可转换的文件：可转换 %s；其他文本文件请直接指名",
		"資料夾中沒有可轉換的檔案：可轉換 %s；其他文字檔請直接指名"}
	tooLarge = words{
		"its text is longer than 8 MiB, which no bulletin is: split it, then convert the parts",
		"文本超过 8 MiB，不是一份公报：请拆分后再转换",
		"文字超過 8 MiB，不是一份公報：請拆分後再轉換"}
	foreignFile = words{
		"there is a file that gongbao did not write: move it away, or give another folder with -o",
		"该处已有并非 gongbao 所写的文件：请移走，或用 -o 另指文件夹",
		"該處已有並非 gongbao 所寫的檔案：請移走，或用 -o 另指資料夾"}
	writtenOnly = words{
		"%s is written, not read: give the text of the document",
		"%s 只能写出，不能读入：请提供文件的文本",
		"%s 只能寫出，不能讀入：請提供文件的文字"}
	foreignFormat = words{
		"files of the format %s are read only if gongbao wrote them: give the text of the document",
		"%s 格式的文件只有 gongbao 所写的才能读入：请提供文件的文本",
		"%s 格式的檔案只有 gongbao 所寫的才能讀入：請提供文件的文字"}
	ownOutput = words{
		"gongbao wrote it and cannot read it back from %s: convert the .json beside it, or the original",
		"这是 gongbao 的输出，不能从 %s 读回：请转换同处的 .json 或原件",
		"這是 gongbao 的輸出，不能從 %s 讀回：請轉換同處的 .json 或原件"}
	mayNotEmbed = words{
		"the font's licence bits forbid embedding a part of it in documents: take another font",
		"该字体的许可位不允许将其一部分嵌入文件：请换一种字体",
		"該字型的授權位元不允許將其一部分嵌入文件：請換一種字型"}
	postScript = words{
		"the outlines are PostScript (CFF), which cannot be cut down: take the font's TrueType (.ttf) edition",
		"该字体为 PostScript（CFF）轮廓，无法取子集：请改用其 TrueType（.ttf）版本",
		"該字型為 PostScript（CFF）輪廓，無法取子集：請改用其 TrueType（.ttf）版本"}
	ourBug = words{
		"a bug in gongbao, the file is not to blame: please report it with the file and this message: %v",
		"gongbao 自身出错，与文件无关：请连同该文件和此信息一并报告：%v",
		"gongbao 本身出錯，與檔案無關：請連同該檔案和此訊息一併回報：%v"}
)

// reason tells an error in the user's language, with what to do next.
func (c *console) reason(err error) string {
	var known interface{ In(language string) string }
	if errors.As(err, &known) {
		return known.In(c.language)
	}
	var write *batch.WriteError
	if errors.As(err, &write) {
		path := write.Path
		if path == "-" {
			path = standardOutput.in(c.language)
		}
		return cannotWrite.with(path, c.cause(write.Err, mayNotWrite)).In(c.language)
	}
	return c.cause(err, mayNotRead)
}

// faceReason tells why a font file cannot be used.
func (c *console) faceReason(err error) string {
	switch {
	case errors.Is(err, fonts.ErrLicence):
		return mayNotEmbed.in(c.language)
	case errors.Is(err, fonts.ErrOutlines):
		return postScript.in(c.language)
	}
	return c.reason(err)
}

// cause tells an error; forbidden is what a lack of permission means here.
func (c *console) cause(err error, forbidden words) string {
	var collision *batch.Collision
	var none *batch.NoReader
	var bug *batch.Bug
	m := message{words: words{"%v", "%v", "%v"}, args: []any{err}}
	switch {
	case errors.As(err, &collision) && len(collision.Inputs) == 1:
		m = overwrites.with(collision.Output)
	case errors.As(err, &collision):
		m = collides.with(strings.Join(collision.Inputs, words{" and ", " 和 ", " 和 "}.in(c.language)), collision.Output)
	case errors.As(err, &none) && none.Own:
		m = ownOutput.with(none.Format)
	case errors.As(err, &none) && none.Loads:
		m = foreignFormat.with(none.Format)
	case errors.As(err, &none):
		m = writtenOnly.with(none.Format)
	case errors.As(err, &bug):
		m = ourBug.with(bug.Value)
	case errors.Is(err, batch.ErrNothing):
		m = nothingThere.with(readable())
	case errors.Is(err, batch.ErrOneOutput):
		m = oneOutput.with()
	case errors.Is(err, batch.ErrTooLarge):
		m = tooLarge.with()
	case errors.Is(err, batch.ErrForeign):
		m = foreignFile.with()
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		m = forbidden.with()
	case errors.Is(err, fs.ErrNotExist):
		m = noSuchFile.with()
	case errors.Is(err, syscall.ENOSPC):
		m = diskFull.with()
	case errors.Is(err, syscall.EISDIR), errors.Is(err, fs.ErrExist):
		m = isFolder.with()
	case errors.Is(err, syscall.ENOTDIR):
		m = isNoFolder.with()
	case errors.Is(err, syscall.ENAMETOOLONG):
		m = nameTooLong.with()
	}
	return fmt.Sprint(m.In(c.language))
}
