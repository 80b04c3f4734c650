/** The organisation over HTTP. */
@NullMarked
package org.yongjun.pass.organisation.web;

import org.jspecify.annotations.NullMarked;
