/**
 * Who is signed in, kept by his own browser: a sealed cookie with a beginning and an end, and which
 * requests another site could have made it send. Nothing of it is kept here but the key.
 */
@NullMarked
package cn.doublerandom.gateway.session;

import org.jspecify.annotations.NullMarked;
