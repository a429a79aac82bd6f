/** What somebody does with a notice or a result: gathers the facts, asks the rules, answers. */
@NullMarked
package cn.doublerandom.publication.application;

import org.jspecify.annotations.NullMarked;
