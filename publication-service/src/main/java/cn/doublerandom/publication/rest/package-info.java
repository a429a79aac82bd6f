/** HTTP in and out of the publication. */
@NullMarked
package cn.doublerandom.publication.rest;

import org.jspecify.annotations.NullMarked;
