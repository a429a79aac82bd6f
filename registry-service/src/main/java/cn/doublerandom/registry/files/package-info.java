/** The register as tables: read from whatever offices send, and given back. */
@NullMarked
package cn.doublerandom.registry.files;

import org.jspecify.annotations.NullMarked;
