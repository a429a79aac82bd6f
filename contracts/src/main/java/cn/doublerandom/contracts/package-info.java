/**
 * What crosses a border: one record per integration event (R45, R77, R78), its JSON Schema under
 * {@code schemas/}, and the AsyncAPI document {@code asyncapi.yaml}. Changing a record is changing
 * a promise: only optional members may be added; anything else is a new version.
 */
@NullMarked
package cn.doublerandom.contracts;

import org.jspecify.annotations.NullMarked;
