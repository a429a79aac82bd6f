/** HTTP in and out of the inspections. */
@NullMarked
package cn.doublerandom.inspection.rest;

import org.jspecify.annotations.NullMarked;
