/** From a drawn subject to a recorded result (二(四), 三(三)). */
@NullMarked
package cn.doublerandom.inspection;

import org.jspecify.annotations.NullMarked;
