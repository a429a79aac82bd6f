/** What somebody does with a plan: gathers the facts, asks the rules, answers what came of it. */
@NullMarked
package cn.doublerandom.draw.plan.application;

import org.jspecify.annotations.NullMarked;
