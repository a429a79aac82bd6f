/** What somebody does with a visit or a case file: gathers the facts, asks the rules, answers. */
@NullMarked
package cn.doublerandom.inspection.application;

import org.jspecify.annotations.NullMarked;
