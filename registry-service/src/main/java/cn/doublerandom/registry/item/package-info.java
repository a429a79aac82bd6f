/**
 * 抽查事项清单: items of the provincial catalogue, claimed within an office's mandate (二(一) 认领). Pure.
 */
@NullMarked
package cn.doublerandom.registry.item;

import org.jspecify.annotations.NullMarked;
