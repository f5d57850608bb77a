package site

var fieldMessages = catalogue{}
