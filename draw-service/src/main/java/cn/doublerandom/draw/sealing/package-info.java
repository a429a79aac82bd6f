/** The keys sealed draws are made with, and their rotation (draw protocol §4). Pure. */
@NullMarked
package cn.doublerandom.draw.sealing;

import org.jspecify.annotations.NullMarked;
