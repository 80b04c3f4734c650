/** The HTTP calls about catalogues. */
@NullMarked
package org.yongjun.pass.benefit.web;

import org.jspecify.annotations.NullMarked;
