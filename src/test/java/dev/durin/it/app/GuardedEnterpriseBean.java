package dev.durin.it.app;

import dev.durin.access.AllowClients;
import jakarta.ejb.Stateless;

@Stateless
public class GuardedEnterpriseBean {

    @AllowClients("web")
    public String onlyWeb() {
        return "through the enterprise bean";
    }
}
