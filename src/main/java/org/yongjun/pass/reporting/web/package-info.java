/** Figures over HTTP. */
@NullMarked
package org.yongjun.pass.reporting.web;

import org.jspecify.annotations.NullMarked;
