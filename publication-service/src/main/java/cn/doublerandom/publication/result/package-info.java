/** A result on its way to the public (二(四) 谁公示, 20个工作日). Pure. */
@NullMarked
package cn.doublerandom.publication.result;

import org.jspecify.annotations.NullMarked;
