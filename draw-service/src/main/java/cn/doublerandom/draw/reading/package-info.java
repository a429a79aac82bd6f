/**
 * What people write into the cells of a plan table, read and never guessed: quotas, frequencies and
 * periods (附件 columns 抽查比例 and 抽取日期, R72, R76). Pure.
 */
@NullMarked
package cn.doublerandom.draw.reading;

import org.jspecify.annotations.NullMarked;
