/** What somebody does with a draw: gathers the facts, asks the rules, answers what came of it. */
@NullMarked
package cn.doublerandom.draw.drawing.application;

import org.jspecify.annotations.NullMarked;
