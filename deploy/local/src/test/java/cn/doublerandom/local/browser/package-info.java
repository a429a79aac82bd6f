/**
 * The suite as somebody uses it: a real browser, people who open, fill in and press, and what is
 * wrong with a page they have before them.
 */
package cn.doublerandom.local.browser;
