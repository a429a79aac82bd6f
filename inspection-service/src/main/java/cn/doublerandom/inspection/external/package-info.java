/** Others' systems behind a port: where the bytes of evidence lie. */
@NullMarked
package cn.doublerandom.inspection.external;

import org.jspecify.annotations.NullMarked;
