package site

var markdownMessages = catalogue{}
