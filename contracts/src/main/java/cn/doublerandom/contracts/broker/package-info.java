/**
 * The topics of the house and who may do what with them: the one list from which the rights on a
 * broker are made, and which the services' own settings must agree with.
 */
@NullMarked
package cn.doublerandom.contracts.broker;

import org.jspecify.annotations.NullMarked;
