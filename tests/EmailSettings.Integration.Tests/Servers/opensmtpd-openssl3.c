/*
 * OpenSMTPD before 7.0 with OpenSSL 3, as Debian 12 has them: its process that speaks TLS marks the public key so that another process signs.
 * OpenSSL 3 hands out a copy of the key, so the mark is lost, and every handshake fails with "missing private key". Putting the marked
 * copy back is how later versions mend it: https://github.com/OpenSMTPD/OpenSMTPD/issues/1171.
 */
#define _GNU_SOURCE
#include <dlfcn.h>

typedef struct evp_pkey_st EVP_PKEY;
typedef struct rsa_st RSA;

extern int EVP_PKEY_set1_RSA(EVP_PKEY *, RSA *);

RSA *EVP_PKEY_get1_RSA(EVP_PKEY *key)
{
    RSA *(*next)(EVP_PKEY *) = (RSA *(*)(EVP_PKEY *))dlsym(RTLD_NEXT, "EVP_PKEY_get1_RSA");
    RSA *copy = next(key);

    if (copy)
        EVP_PKEY_set1_RSA(key, copy);
    return copy;
}
