/**
 * 代理: who may act for whom, for a time and in which of his roles; entered by one, agreed to by
 * another, ended by any of the four (ADR 56). Pure.
 */
@NullMarked
package cn.doublerandom.registry.deputy;

import org.jspecify.annotations.NullMarked;
