/** What an OpenAPI document of ours tells a stranger, and how it is held to what the code does. */
@NullMarked
package cn.doublerandom.servicekit.openapi;

import org.jspecify.annotations.NullMarked;
