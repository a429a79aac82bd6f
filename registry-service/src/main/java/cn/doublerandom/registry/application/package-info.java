/**
 * What somebody does with 一单两库: takes tables, asks for what a second person decides, decides it,
 * reads people's own fields. Gathers the facts, asks the rules, answers.
 */
@NullMarked
package cn.doublerandom.registry.application;

import org.jspecify.annotations.NullMarked;
