/**
 * The register of bureaus: which ones this installation serves, under what name and code. It is of
 * the installation, so all of its streams are the home bureau's. Pure.
 */
@NullMarked
package cn.doublerandom.registry.bureau;

import org.jspecify.annotations.NullMarked;
