/**
 * How a service meets people at the desk: the frame around their pages, their forms, and what they
 * are told when something is refused. It decides nothing: what a form says is read as the body of a
 * program is, and given to the same application.
 */
@NullMarked
package cn.doublerandom.servicekit.ui;

import org.jspecify.annotations.NullMarked;
