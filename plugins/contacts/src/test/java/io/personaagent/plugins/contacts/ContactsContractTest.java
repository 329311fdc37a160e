package io.personaagent.plugins.contacts;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;
import java.util.Map;

class ContactsContractTest extends ToolContract {

    private static final Map<String, String> SAMPLES = Map.of(
            "birthday", "24 December 1996",
            "phone", "+49 30 5550199",
            "email", "mia@example.org",
            "value", "Mia Berg",
            "file", "BEGIN:VCARD\nVERSION:4.0\nFN:Mia Berg\nEND:VCARD");

    @Override
    protected ToolProvider provider() {
        return new ContactsProvider();
    }

    @Override
    protected Object sample(Tool tool, String parameter) {
        if (tool.spec().name().equals("export_contacts")) {
            return "contacts.vcf";
        }
        return SAMPLES.containsKey(parameter) ? SAMPLES.get(parameter) : super.sample(tool, parameter);
    }
}
