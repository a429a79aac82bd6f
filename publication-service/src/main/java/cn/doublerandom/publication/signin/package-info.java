/** 登录记录: who came in, went, chose a role or was refused at the gateways, as they told it. */
@NullMarked
package cn.doublerandom.publication.signin;

import org.jspecify.annotations.NullMarked;
