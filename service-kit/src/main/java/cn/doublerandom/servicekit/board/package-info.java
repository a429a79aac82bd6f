/**
 * 看板: what a service shows to chiefs and operations, each figure as the page it leads to says it
 * too. A service says its own figures; the gateway lays those of all services side by side (ADR
 * 86).
 */
@NullMarked
package cn.doublerandom.servicekit.board;

import org.jspecify.annotations.NullMarked;
