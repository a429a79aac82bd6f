/** Documents out: notices as papers, open data as files, feeds and their description. */
@NullMarked
package cn.doublerandom.publication.files;

import org.jspecify.annotations.NullMarked;
