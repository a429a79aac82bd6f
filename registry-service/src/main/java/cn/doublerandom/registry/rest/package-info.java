/** HTTP in and out of the registry. */
@NullMarked
package cn.doublerandom.registry.rest;

import org.jspecify.annotations.NullMarked;
