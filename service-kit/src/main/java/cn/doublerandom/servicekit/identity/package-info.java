/** Who may do what: roles, and what production refuses to start with. */
@NullMarked
package cn.doublerandom.servicekit.identity;

import org.jspecify.annotations.NullMarked;
